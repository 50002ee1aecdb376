import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { recordIn, type ChangeSet } from '../../shared/changes/fold.ts'
import { winnerOf } from '../../shared/changes/folded-record.ts'
import { isKnown } from '../../shared/changes/knows.ts'
import { digestOfContent } from '../../shared/file/digest.ts'
import type { RecordId } from '../../shared/model/ids.ts'
import { setUpComputer, type Computer, type OpenApp } from './app.ts'
import { exportPlan, setOf } from './export-plan.ts'
import { isClean } from './fine-look.ts'
import { colleaguesFile, openSet, openText } from './open-text.ts'
import { bothSides } from './review-sides.ts'

let computer: Computer
let app: OpenApp
let page: Page
const sides = bothSides()

beforeAll(async () => {
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 860 } })
  page = app.page
  await openSet(page, 'ours.plan.json', sides.mine)
  await page.getByRole('radio', { name: /^Year/ }).waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).click().catch(() => undefined)
})

afterEach(async () => {
  if ((await dialog().count()) > 0) await leave('Escape')
})

afterAll(async () => {
  await computer.remove()
})

const dialog = (): Locator => page.locator('[data-overlay]')
const card = (title: string): Locator => dialog().getByRole('group', { name: new RegExp(title) })
const row = (words: string | RegExp): Locator => dialog().getByRole('listitem').filter({ hasText: words })
const tick = (words: string | RegExp): Locator => row(words).getByRole('checkbox')
const mergeButton = (): Locator => dialog().getByRole('button', { name: /^Merge/ })
const chosen = (title: string): Promise<string | null> => card(title).getByRole('radio', { checked: true }).getAttribute('value')

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** What has the focus, by the title of its row. */
function focused(): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest('[data-review-row]')?.textContent ?? document.activeElement?.textContent ?? '')
}

/** Whether the row with the focus can be seen: no key may act on what nobody sees. */
function whereFocusIs(): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    const row = at?.closest('[data-review-row]') ?? null
    const list = row?.closest('[class*=scroller]') ?? null
    if (at === null || row === null || list === null) return `${at?.tagName}`
    const [inner, outer] = [at.getBoundingClientRect(), list.getBoundingClientRect()]
    return inner.top >= outer.top && inner.bottom <= outer.bottom ? 'a row in sight' : `a row at ${inner.top} to ${inner.bottom}, of ${outer.top} to ${outer.bottom}`
  })
}

/** Turns the wheel over the list until a row is there. */
async function scrollTo(words: string): Promise<void> {
  await dialog().locator('[data-review-row]').first().hover()
  for (let turn = 0; turn < 40 && (await row(words).count()) === 0; turn += 1) {
    await page.mouse.wheel(0, turn < 20 ? -120 : 120)
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }
}

async function review(): Promise<void> {
  await openSet(page, 'theirs.plan.json', sides.theirs)
  await dialog().locator('[data-review-row]').first().waitFor()
}

async function leave(key: string): Promise<void> {
  await page.keyboard.press(key)
  await dialog().waitFor({ state: 'detached' })
}

async function exported(): Promise<{ readonly set: ChangeSet; readonly digest: string }> {
  const { text } = await exportPlan(page)
  return { set: setOf(text), digest: digestOfContent(JSON.parse(text) as Readonly<Record<string, unknown>>) }
}

test('[U126] a review says where the file is from and counts; what both sides edited comes first; every kind of row is there, in both themes', async () => {
  await review()
  await dialog().getByText('theirs.plan.json, saved').waitFor()
  await expect.poll(() => dialog().locator('[class*=cards] > li').allTextContents()).toEqual(['3 edited on both sides', '2 deleted on one side', '10 changed fields', '2 new goals', '1 new note', '1 new in the outline', '2 deleted', expect.stringMatching(/^\d+ already the same$/)])
  await expect.poll(() => chosen('Migrate graphoid')).toBe('theirs')
  await expect.poll(() => chosen('Make the cluster easier')).toBe('mine')
  const heads: string[] = []
  for (const [index, key] of ['Home', 'PageDown', 'PageDown', 'PageDown', 'End'].entries()) {
    await press(key)
    await isClean(page, `review-${index + 1}`)
    heads.push(...(await dialog().getByRole('heading', { level: 3 }).allTextContents()))
  }
  expect([...new Set(heads)]).toEqual(['Edited on both sides 3', 'Deleted on one side, worked on at the other 2', 'Changed on SRE laptop 6', 'Moved 4', 'New goals 2', 'New notes 1', 'New programs, outcomes and outputs 1', 'Deleted there 2'])
})

test('[U127] keys walk cards and rows, jump to the next conflict and choose a side; the focus is on what was chosen', async () => {
  await review()
  await expect.poll(focused).toContain('Migrate graphoid')
  await press('ArrowLeft')
  await expect.poll(async () => [await chosen('Migrate graphoid'), await page.evaluate(() => document.activeElement?.getAttribute('value'))]).toEqual(['mine', 'mine'])
  await press('2')
  await expect.poll(() => chosen('Migrate graphoid')).toBe('theirs')
  await press('j', 'ArrowDown')
  await expect.poll(focused).toContain('Raise the quality')
  await press('n')
  await expect.poll(focused).toContain('Show the pipeline at two')
  await press('n')
  await expect.poll(focused).toContain('Train new users')
  await press('n')
  await expect.poll(focused).toContain('Migrate graphoid')
  await press('N')
  await expect.poll(focused).toContain('Train new users')
  await press('N', 'k')
  await expect.poll(focused).toContain('Raise the quality')
  await press('End')
  await expect.poll(focused).toContain('Outline the developer portal')
  await press('Home')
  await expect.poll(focused).toContain('Migrate graphoid')
  await press('PageDown')
  const below = await focused()
  expect(below).not.toContain('Migrate graphoid')
  await press('PageUp')
  expect(await focused()).not.toBe(below)
})

test('[U127] the rows are one stop of the Tab key, with what belongs to the row before the buttons', async () => {
  await review()
  const texts: string[] = []
  for (const key of ['Shift+Tab', 'Tab', 'Tab', 'Shift+Tab']) {
    await press(key)
    texts.push(await focused())
  }
  expect(texts).toEqual(['These are right', expect.stringContaining('Migrate graphoid'), 'As a copy', expect.stringContaining('Migrate graphoid')])
})

test('[U126] a plan that is new here is looked at and opened, and there is nothing to choose', async () => {
  await openText(page, 'other.plan.json', colleaguesFile(sides.theirs).replaceAll('plan:sample-tec3', 'plan:made-by-hand'))
  await dialog().locator('[data-review-row]').first().waitFor()
  expect(await dialog().getByRole('checkbox').count()).toBe(0)
  await press('ArrowDown', 'ArrowDown')
  await isClean(page, 'review-new')
  await leave('Enter')
  await expect.poll(() => page.url()).toContain('made-by-hand')
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 860 } })
  page = app.page
  await page.goto(`${computer.url}/#/plan:sample-tec3/board/1`)
  await page.reload()
  await page.getByRole('radio', { name: /^Year/ }).waitFor()
})

test('[U128] conflicts are decided one by one or all at once, by keys or by a press on what counts, and it is said how many', async () => {
  await review()
  const decided = dialog().getByText(/^\d of 3 decided$/)
  await expect.poll(() => decided.textContent()).toBe('0 of 3 decided')
  await press('Space')
  await expect.poll(async () => [await chosen('Migrate graphoid'), await decided.textContent()]).toEqual(['theirs', '1 of 3 decided'])
  await card('Make the cluster easier').getByRole('radio', { name: /SRE taken off/ }).click()
  await expect.poll(async () => [await chosen('Make the cluster easier'), await decided.textContent()]).toEqual(['theirs', '2 of 3 decided'])
  await dialog().getByRole('button', { name: 'These are right' }).first().click()
  await expect.poll(async () => [await chosen('Make the cluster easier'), await decided.textContent()]).toEqual(['theirs', '3 of 3 decided'])
})

test('[U129] what changed within a long text is shown in it, folded to its surroundings; one press shows all of it', async () => {
  await review()
  await press('PageDown', 'PageDown')
  const text = row(/Move the remaining services.*description/)
  await text.waitFor()
  await expect.poll(() => text.locator('del').allTextContents()).toEqual(['was a month', 'was still ', 'was reviewed'])
  await expect.poll(() => text.locator('ins').allTextContents()).toEqual(['becomes two weeks', 'becomes tried with one of them'])
  expect(await text.textContent()).not.toContain('The services that are left')
  await text.getByRole('button', { name: 'Show the whole text' }).click()
  await expect.poll(() => text.textContent()).toContain('The services that are left')
})

test('[U130] Esc leaves everything as it is, whatever was chosen: the plan keeps its digest', async () => {
  const before = await exported()
  await review()
  await press('ArrowLeft', 'n', 'ArrowRight', 'End', 'ArrowLeft')
  await leave('Escape')
  expect((await exported()).digest).toBe(before.digest)
})

test('[U131] merged, all of the file is in, and what was chosen against it stands on top, by keys and by mouse; one undo takes it back', async () => {
  const before = await exported()
  await review()
  await expect.poll(() => mergeButton().textContent()).toBe('Merge 18 changes')
  await press('ArrowLeft') // graphoid stays blocked
  await card('Show the pipeline at two').getByRole('radio', { name: /Bring it back/ }).click()
  await card('Train new users').getByRole('radio', { name: /Keep it/ }).click()
  await press('ArrowDown', 'ArrowLeft') // zotero stays done
  await tick(/owner/).click()
  await isClean(page, 'review-kept')
  await press('End', 'k', 'Space', 'PageUp')
  await expect.poll(whereFocusIs).toBe('a row in sight')
  await scrollTo('Move the map renderer')
  await tick('Move the map renderer').click()
  await isClean(page, 'review-kept-more')
  await expect.poll(() => mergeButton().textContent()).toBe('Merge 13 changes')
  await press('Enter')
  await dialog().waitFor({ state: 'detached' })
  await page.getByText('Merged theirs.plan.json: 13 changes').first().waitFor()
  await page.getByRole('contentinfo').getByRole('button', { name: /^Last exchange: .*, 13 changes merged/ }).waitFor()
  await press('g', 'e')
  await page.getByRole('main', { name: 'Exchange' }).getByText(/^13 changes merged, /).waitFor()
  await press('g', 'b')
  const { set } = await exported()
  expect([...sides.theirs.knows.values()].every((stamp) => isKnown({ knows: set.knows, stamp }))).toBe(true)
  const says = (on: RecordId, field: string): unknown => winnerOf(recordIn(set, on), field)?.value
  expect({
    graphoid: says('goal:sample-graphoid', 'status'),
    events: says('goal:sample-events', 'deleted'),
    eventsStatus: says('goal:sample-events', 'status'),
    trainings: says('goal:sample-trainings', 'deleted'),
    zotero: says('goal:sample-zotero', 'status'),
    owner: says('goal:sample-blubberoid', 'owner'),
    status: says('goal:sample-blubberoid', 'status'),
    adopted: says('goal:sample-adopt3', 'deleted'),
    outline: says('goal:sample-outline', 'deleted'),
    leftOut: says('goal:review-new', 'deleted'),
    taken: says('goal:review-newer', 'deleted'),
  }).toEqual({ graphoid: 'blocked', events: false, eventsStatus: 'done', trainings: false, zotero: 'done', owner: null, status: 'partiallyDone', adopted: false, outline: true, leftOut: true, taken: undefined })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => winnerOf(recordIn((await exported()).set, 'goal:sample-blubberoid'), 'status')?.value, { timeout: 10_000 }).not.toBe('partiallyDone')
  expect(winnerOf(recordIn(before.set, 'goal:sample-blubberoid'), 'status')?.value).not.toBe('partiallyDone')
  expect(app.complaints).toEqual([])
})
