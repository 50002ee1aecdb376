import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addChanges, type ChangeSet } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { liveGoals } from '../../shared/plan/plan-view.ts'
import { setUpComputer, type Computer, type OpenApp } from './app.ts'
import { exportedSet } from './export-plan.ts'
import { isClean } from './fine-look.ts'
import { openText } from './open-text.ts'

const realPagePath = resolve(import.meta.dirname, '../files/tec3-goals-page.txt')

let computer: Computer
let app: OpenApp
let page: Page
let realPage: string

beforeAll(async () => {
  realPage = await readFile(realPagePath, 'utf8')
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 860 } })
  page = app.page
  await page.getByRole('region', { name: 'Begin' }).waitFor()
})

afterEach(async () => {
  // what one test leaves open is no other test's affair
  if ((await dialog().count()) > 0) await leave('Escape')
})

afterAll(async () => {
  await computer.remove()
})

const dialog = (): Locator => page.locator('[data-overlay]')
const card = (title: string): Locator => dialog().getByRole('group', { name: new RegExp(title) })
const answer = (title: string): Promise<string | null> => card(title).getByRole('radio', { checked: true }).getAttribute('value')
const goal = (title: string): Locator => page.locator('[data-goal]').filter({ hasText: title })

async function look(name: string, text: string): Promise<void> {
  await openText(page, name, text)
  await dialog().waitFor()
  // until it is read keys do nothing: nobody merges what isn't shown yet
  await page.getByRole('dialog', { name: 'Reading the file…' }).waitFor({ state: 'detached' })
}

async function leave(key: 'Enter' | 'Escape' | 'Control+Enter'): Promise<void> {
  await page.keyboard.press(key)
  await dialog().waitFor({ state: 'detached' })
}

interface Colleague {
  readonly replica: string
  readonly name: string
  /** Milliseconds since 1970, by the clock of that laptop. */
  readonly now: number
}

const sre = (now = Date.now()): Colleague => ({ replica: 'ssssssssss', name: 'SRE laptop', now })

/** What a colleague would send back after some edits of goals, told by the beginning of their titles. */
function fileFrom({ replica, name, now }: Colleague, set: ChangeSet, edits: Readonly<Record<string, Readonly<Record<string, string | number>>>>): string {
  const goals = [...liveGoals(createView(set))]
  const at = formatStamp({ ms: now, counter: 0, writer: `${replica}0` })
  const changes = Object.entries(edits).map(([title, fields]) => ({ at, on: goals.find((each) => each.title.startsWith(title))?.id ?? ('goal:brought-along' as const), set: fields }))
  const file = addChanges(set, [...changes, { at, on: `replica:${replica}`, set: { name } }]).set
  return writePlanFile({ set: file, by: { replica, name }, at: new Date(now).toISOString(), app: 'test' })
}

test('[U114] a text that is no goals page is refused with the reason and what is looked for', async () => {
  await look('letter.txt', 'Dear all,\nsee you on Monday.\n')
  await dialog().getByText('letter.txt, line 1: No outcome, output or goal was recognised in it.').waitFor()
  await expect.poll(() => dialog().getByRole('listitem').count()).toBe(4)
  await isClean(page, 'page-refused')
  await leave('Escape')
})

test('[U110] a page is looked through by keys: arrows walk, digits choose, the preview follows, nothing is written before', async () => {
  await look('tec3.txt', realPage)
  await dialog().getByText('tec3.txt becomes a new plan.').waitFor()
  await isClean(page, 'page-first')
  await dialog().getByText('34 goals found').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('partiallyDone')
  for (const key of ['ArrowDown', 'ArrowDown', '4']) await page.keyboard.press(key)
  await expect.poll(() => answer('Deploy blubberoid')).toBe('blocked')
  await dialog().getByRole('img', { name: /^Q2, 7 goals: .*Blocked 1/ }).waitFor()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => answer('Deploy blubberoid')).toBe('stalled')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('partiallyDone')
  await leave('Escape')
  await expect.poll(() => page.getByRole('region', { name: 'Begin' }).count()).toBe(1)
})

test('[U112] several things in one line as one goal: what hung on the parts is asked no longer', async () => {
  await look('tec3.txt', realPage)
  const before = await dialog().getByRole('group').count()
  await dialog().getByRole('radio', { name: /^One goal, as written/ }).click()
  await expect.poll(() => dialog().getByRole('group').count()).toBe(before - 7)
  await leave('Escape')
})

test('[U110] accepted, the page is a plan, with what the person chose on top', async () => {
  await look('tec3.txt', realPage)
  await card('Deploy blubberoid').getByRole('radio', { name: 'Stalled' }).click()
  await leave('Enter')
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await expect.poll(() => page.getByRole('region', { name: /^Stalled, 1 goal/ }).getByText('Deploy blubberoid').count()).toBe(1)
})

test('[U111] read again nothing comes in, and the person’s choice is listed as theirs', async () => {
  await look('tec3.txt', realPage)
  await dialog().getByText('tec3.txt was read before: nothing comes in.').waitFor()
  await dialog().getByRole('heading', { name: /^Edited here since it was read/ }).waitFor()
  await expect.poll(() => answer('Deploy blubberoid')).toBe('yours')
  await isClean(page, 'page-again')
  await leave('Enter')
  await page.getByRole('region', { name: /^Stalled, 1 goal/ }).getByText('Deploy blubberoid').waitFor()
})

test('[U113] a newer copy brings what changed on it; where both changed the page’s value can be taken; one undo takes all back', async () => {
  const newer = realPage.replace('• Deploy blubberoid \u00a0\u00a0Done', '• Deploy blubberoid \u00a0\u00a0Done\n  • Write down how').replace(/Blubber will be \u00a0*\s*Done in the next week/, 'Blubber is \u00a0N\u00a0 Postponed')
  expect(newer).not.toBe(realPage)
  await look('tec3-newer.txt', newer)
  await dialog().getByText(/^tec3-newer\.txt brings \d+ changes? into your plan\./).waitFor()
  await isClean(page, 'page-newer')
  await leave('Control+Enter')
  await goal('Write down how').waitFor()
  await page.getByRole('region', { name: /^Stalled, 1 goal/ }).getByText('Deploy blubberoid').waitFor()
  await page.keyboard.press('Control+z')
  await goal('Write down how').waitFor({ state: 'detached' })
})

test('[U115] a file shows what it brings before it is merged: Esc leaves all as it is, Enter merges, one undo takes it back', async () => {
  const before = await exportedSet(page)
  const file = fileFrom(sre(), before, {
    'Formalize the collection': { status: 'done', owner: 'Data Services' },
    'Brought along': { title: 'Brought along', quarter: 2, status: 'todo', order: 'a0' },
  })
  await look('from-sre.plan.json', file)
  await dialog().getByRole('heading', { name: 'Merge SRE laptop’s file into TEC3 Deployment Pipeline' }).waitFor()
  await dialog().getByText('1 new goal').waitFor()
  await dialog().getByText('2 changed fields').waitFor()
  await isClean(page, 'merge')
  await leave('Escape')
  expect(await goal('Brought along').count()).toBe(0)
  await look('from-sre.plan.json', file)
  await leave('Enter')
  await goal('Brought along').waitFor()
  await page.getByRole('region', { name: /^Done, / }).getByText('Formalize the collection').waitFor()
  await page.keyboard.press('Control+z')
  await goal('Brought along').waitFor({ state: 'detached' })
  await page.getByRole('region', { name: /^Partially done, / }).getByText('Formalize the collection').waitFor()
})

test('[U115] what both sides edited stands first, with both values, who and when, and which counts', async () => {
  const before = await exportedSet(page)
  await goal('Develop set of metrics').focus()
  await page.keyboard.press('2')
  await page.getByRole('region', { name: /^In progress, / }).getByText('Develop set of metrics').waitFor()
  await look('clash.plan.json', fileFrom({ replica: 'tttttttttt', name: 'Train laptop', now: Date.now() - 3_600_000 }, before, { 'Develop set of metrics': { status: 'stalled' } }))
  const clash = dialog().getByRole('group', { name: /Develop set of metrics.*status/ })
  expect(await clash.getByRole('radio').evaluateAll((radios) => radios.map((radio) => [(radio as HTMLInputElement).checked, radio.closest('label')?.textContent]))).toEqual([
    [true, expect.stringMatching(/^In progress\s*here: .+, later$/)],
    [false, expect.stringMatching(/^Stalled\s*in the file: Train laptop, [^l]+$/)],
  ])
  await leave('Enter')
  await expect.poll(() => page.getByRole('region', { name: /^In progress, / }).getByText('Develop set of metrics').count()).toBe(1)
})

test('[U116] the own file back brings nothing and has only Close', async () => {
  await look('own.plan.json', writePlanFile({ set: await exportedSet(page), by: { replica: 'x', name: '' }, at: '', app: 'test' }))
  await dialog().getByText('Nothing new: everything in this file is already here.').waitFor()
  expect(await dialog().getByRole('button', { name: /merge/i }).count()).toBe(0)
  await isClean(page, 'merge-nothing')
  await leave('Enter')
})

test('[U117] a file from a clock that runs ahead waits for a word: whose, by how much, and what it would do', async () => {
  const ahead = fileFrom(sre(Date.now() + 9.5 * 86_400_000), await exportedSet(page), { 'Formalize the collection': { status: 'postponed' } })
  await look('ahead.plan.json', ahead)
  await dialog().getByText('A clock runs ahead: SRE laptop by 10 days.').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('label')?.textContent)).toBe('Merge all the same')
  await isClean(page, 'merge-ahead')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => dialog().getByRole('button', { name: /^Merge/ }).isDisabled()).toBe(true)
  await dialog().getByRole('checkbox', { name: 'Merge all the same' }).click()
  await leave('Control+Enter')
  await page.getByRole('region', { name: /^Postponed, / }).getByText('Formalize the collection').waitFor()
})

test('[U118] a long list says how long it is, and only what is in sight is drawn', async () => {
  const goals = Array.from({ length: 400 }, (_, index) => ({ at: formatStamp({ ms: Date.now(), counter: 0, writer: 'ssssssssss0' }), on: `goal:more${index}` as const, set: { title: `Another goal ${index}`, quarter: 4, order: `a${index}V` } }))
  const { set } = addChanges(await exportedSet(page), goals)
  await look('many.plan.json', writePlanFile({ set, by: { replica: 'ssssssssss', name: 'SRE laptop' }, at: '', app: 'test' }))
  await dialog().getByRole('heading', { name: 'New goals 400' }).waitFor()
  const list = dialog().getByRole('list', { name: 'New goals' })
  expect(await list.getByRole('listitem').count()).toBeLessThan(60)
  await page.keyboard.press('End')
  await expect.poll(() => list.getByRole('listitem').last().getAttribute('aria-posinset')).toBe('400')
  expect(await list.getByRole('listitem').count()).toBeLessThan(60)
  await leave('Escape')
  expect(app.complaints).toEqual([])
})
