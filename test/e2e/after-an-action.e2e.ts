import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fields } from '../../shared/changes/change.ts'
import { addChanges, type ChangeSet } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { liveGoals } from '../../shared/plan/plan-view.ts'
import { setUpComputer, type Computer, type OpenApp } from './app.ts'
import { exportedSet } from './export-plan.ts'
import { openText } from './open-text.ts'

interface TextFile {
  readonly name: string
  readonly text: string
}

let computer: Computer
let app: OpenApp
let page: Page
/** The plan before anything was done to it. */
let common: ChangeSet

beforeAll(async () => {
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } })
  page = app.page
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await card('Deploy blubberoid').waitFor()
  common = await exportedSet(page)
})

afterAll(async () => {
  await computer.remove()
})

const card = (title: string): Locator => page.locator('main [data-goal]').filter({ hasText: title })
const toast = (text: string | RegExp): Locator => page.getByRole('dialog').filter({ hasText: text })
const overlay = (): Locator => page.locator('[data-overlay]')

/** What has the focus, in a word. */
function focus(): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return 'nothing'
    if (at.closest('[data-conflict]') !== null) return 'a conflict'
    if (at.closest('[data-overlay]') !== null) return 'a dialog'
    return at.hasAttribute('data-goal') ? 'a card' : at.hasAttribute('data-snapshot') ? 'a snapshot' : at.hasAttribute('data-opens') ? 'a row' : at.tagName.toLowerCase()
  })
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Waits until something has the focus, and sees that it still has when everything that wanted it had its turn. */
async function settlesOn(what: string): Promise<void> {
  await expect.poll(focus).toBe(what)
  await page.evaluate(() => new Promise((done) => setTimeout(done, 150)))
  await expect.poll(focus).toBe(what)
}

async function rename(from: string, to: string): Promise<void> {
  await card(from).focus()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title of the goal' }).fill(to)
  await page.keyboard.press('Enter')
  await card(to).waitFor()
}

/** A colleague's file with edits of goals that are told by the beginning of their titles; made an hour ago, knowing nothing of what was done here. */
function file(name: string, edits: Readonly<Record<string, Fields>>): TextFile {
  const goals = [...liveGoals(createView(common))]
  const at = (counter: number): string => formatStamp({ ms: Date.now() - 3_600_000, counter, writer: `${name.padEnd(10, 's').slice(0, 10)}0` })
  const changes = Object.entries(edits).map(([title, set], index) => ({ at: at(index), on: goals.find((each) => each.title.startsWith(title))?.id ?? (`goal:${title}` as const), set }))
  return { name: `${name}.plan.json`, text: writePlanFile({ set: addChanges(common, changes).set, by: { replica: name, name: 'SRE laptop' }, at: new Date().toISOString(), app: 'test' }) }
}

/** The file of a plan that is not on this computer. */
function planFile(name: string, title: string, goals: readonly Fields[] = []): TextFile {
  return { name: `${name}.plan.json`, text: JSON.stringify({ format: 'annual-plan', version: 1, plan: { id: `plan:${name}`, title, startsOn: '2018-07-01' }, goals }) }
}

async function openPlan({ name, text }: TextFile): Promise<void> {
  await openText(page, name, text)
  await overlay().locator('[type=submit]:enabled').waitFor()
  await expect.poll(focus).toBe('a dialog')
  await press('Control+Enter')
  await overlay().waitFor({ state: 'detached' })
}

async function merge({ name, text }: TextFile): Promise<void> {
  await openText(page, name, text)
  await overlay().getByRole('button', { name: /^Merge \d/ }).waitFor()
  await expect.poll(focus).toBe('a dialog')
  await page.keyboard.press('Control+Enter')
  await overlay().waitFor({ state: 'detached' })
}

test('[U180] a toast that offers to undo an action goes as soon as something else was done', async () => {
  await card('Outline the developer portal').focus()
  await page.keyboard.press('Delete')
  await toast('Deleted “Outline').getByRole('button', { name: 'Undo' }).waitFor()
  await rename('Define metrics', 'Define what is measured')
  await toast('Deleted “Outline').waitFor({ state: 'detached', timeout: 3_000 })
  await page.keyboard.press('Control+z')
  await card('Define metrics').waitFor()
  expect(await card('Outline the developer portal').count()).toBe(0)
  await page.keyboard.press('Control+z')
  await card('Outline the developer portal').focus()
  await page.keyboard.press('Delete')
  await toast('Deleted “Outline').getByRole('button', { name: 'Undo' }).click()
  await card('Outline the developer portal').waitFor()
})

test('[U180] of two merges the toast of the later one undoes that one, and it goes when the merge was undone otherwise', async () => {
  await merge(file('aaaaaaaaaa', { first: { title: 'Came first', quarter: 2, order: 'a0' } }))
  await toast('Merged aaaaaaaaaa').waitFor()
  await merge(file('bbbbbbbbbb', { second: { title: 'Came second', quarter: 2, order: 'a0' } }))
  await toast('Merged aaaaaaaaaa').waitFor({ state: 'detached', timeout: 3_000 })
  await toast('Merged bbbbbbbbbb').getByRole('button', { name: 'Undo' }).click()
  await card('Came second').waitFor({ state: 'detached' })
  await expect.poll(() => card('Came first').count()).toBe(1)
  await page.keyboard.press('Control+Shift+z')
  await card('Came second').waitFor()
  await page.keyboard.press('Control+z')
  await card('Came second').waitFor({ state: 'detached' })
  await merge(file('cccccccccc', { third: { title: 'Came third', quarter: 2, order: 'a0' } }))
  await toast('Merged cccccccccc').waitFor()
  await page.keyboard.press('Control+z')
  await card('Came third').waitFor({ state: 'detached' })
  await toast('Merged cccccccccc').waitFor({ state: 'detached', timeout: 3_000 })
})

test('[U183] after a merge the focus is back on its card, wherever it stands by now, or on one that is in sight', async () => {
  await card('Formalize the collection').focus()
  await merge(file('dddddddddd', { 'Formalize the collection': { status: 'postponed' } }))
  await expect.poll(focus).toBe('a card')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Formalize the collection')
  await page.keyboard.press('Control+z')
  await card('Formalize the collection').focus()
  await merge(file('eeeeeeeeee', { 'Formalize the collection': { deleted: true } }))
  await expect.poll(focus).toBe('a card')
  await page.keyboard.press('Control+z')
  await card('Formalize the collection').waitFor()
})

test('[U184] on the screen of exchanges the focus stays with the conflicts, after undo, redo and a merge taken back by keys, else with the screen', async () => {
  await rename('Define metrics', 'Define what is measured')
  await merge(file('ffffffffff', { 'Define metrics': { title: 'Define the metrics' }, 'Formalize the collection': { status: 'postponed' } }))
  await press('g', 'e')
  await expect.poll(focus).toBe('a conflict')
  await press('2')
  await settlesOn('main')
  await press('Control+z')
  await expect.poll(focus).toBe('a conflict')
  await press('Control+z') // the merge
  await settlesOn('main')
  await press('Control+Shift+z')
  await page.locator('[data-conflict]').waitFor()
  await press('Control+Shift+z')
  await page.locator('[data-conflict]').waitFor({ state: 'detached' })
  await press('Control+z')
  await page.locator('[data-conflict]').waitFor()
  await page.getByRole('button', { name: /^Take back/ }).first().focus()
  await press('Enter')
  await overlay().locator(':focus').waitFor()
  await press('Enter')
  await overlay().waitFor({ state: 'detached' })
  await page.locator('[data-conflict]').waitFor({ state: 'detached' })
  await settlesOn('main')
  await press('Control+z')
  await page.locator('[data-conflict]').waitFor()
  await press('g', 'b')
  await card('Define').first().waitFor()
})

test('[U184] on the screen of snapshots arrows work at once; after one is removed its neighbour has the focus, by keys and from its menu', async () => {
  await press('Control+Shift+s')
  await toast(/kept/i).first().waitFor()
  await press('Alt+3', 'Control+Shift+s', 'g', 'n')
  const rows = page.locator('[data-snapshot]')
  await expect.poll(() => rows.count()).toBe(3)
  await settlesOn('a snapshot')
  const named = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
  await expect.poll(named).toContain('Today')
  await press('End')
  await expect.poll(named).toContain('Q2')
  await press('Delete')
  await expect.poll(() => rows.count()).toBe(2)
  await expect.poll(focus).toBe('a snapshot')
  await press('Control+z')
  await expect.poll(() => rows.count()).toBe(3)
  await toast('Q2 is there again').waitFor()
  await press('End', 'Delete')
  await expect.poll(() => rows.count()).toBe(2)
  await expect.poll(focus).toBe('a snapshot')
  await expect.poll(named).toContain('Q3')
  await page.getByRole('button', { name: /^More/ }).last().focus()
  await press('Enter')
  await page.locator('[role=menuitem]:focus').waitFor()
  await press('End', 'Enter')
  await expect.poll(() => rows.count()).toBe(0) // where nothing is kept, today has nothing to be compared with
  await settlesOn('main')
  await press('Control+z')
  await expect.poll(focus).toBe('a snapshot')
  await press('End', 'Delete')
  await expect.poll(() => rows.count()).toBe(0)
})

test('[U184] who comes to the tree goes on with the goal that has the focus on the board, in sight', async () => {
  await press('g', 'b', 'Alt+2')
  await card('Formalize the collection').focus()
  await press('g', 'p')
  await expect.poll(() => page.evaluate(() => `${document.activeElement?.getAttribute('role')} ${document.activeElement?.getAttribute('aria-label')}`)).toContain('row Formalize the collection')
  expect(await page.evaluate(() => (document.activeElement?.getBoundingClientRect().bottom ?? innerHeight + 1) <= innerHeight)).toBe(true)
})

test('[U184] the board gives the focus to a card of the quarter that is shown next; one that is still there keeps it, in sight, and keys act on it', async () => {
  await press('g', 'b', 'Alt+2')
  await card('Deploy blubberoid').focus()
  await press('Alt+1')
  await expect.poll(focus).toBe('a card')
  await press('Alt+2')
  await expect.poll(focus).toBe('a card')
  await card('Formalize the collection').focus()
  await press('Alt+5')
  await card('Formalize the collection').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Formalize the collection')
  await expect.poll(() => page.evaluate(() => {
    const card = document.activeElement
    const [inner, outer] = [card?.getBoundingClientRect(), card?.closest('[role=list]')?.parentElement?.getBoundingClientRect()]
    return inner !== undefined && outer !== undefined && inner.top >= outer.top && inner.bottom <= outer.bottom
  })).toBe(true)
  await press('e')
  await expect.poll(() => page.getByRole('textbox', { name: 'Title of the goal' }).inputValue()).toContain('Formalize the collection')
  await press('Escape', 'Alt+2')
})

test('[U184] a command that leads to a screen takes the focus there, also from a button', async () => {
  await press('Control+Shift+s')
  await toast(/kept/i).first().waitFor()
  await page.getByRole('button', { name: 'Import' }).focus()
  await press('g', 'n')
  await expect.poll(focus).toBe('a snapshot')
  await page.getByRole('button', { name: 'Import' }).focus()
  await press('g', 'b')
  await expect.poll(focus).toBe('a card')
})

test('[U186] what a toast of one plan offers to undo is not offered in the next, which is opened and not merged', async () => {
  await rename('Define', 'Define once more')
  await merge(file('iiiiiiiiii', { fourth: { title: 'Came fourth', quarter: 2, order: 'a0' } }))
  await toast('Merged iiiiiiiiii').waitFor()
  await openPlan(planFile('jjjjjjjjjj', 'A plan beside it'))
  await toast('Opened A plan beside it: 0 goals').waitFor()
  await toast('Merged').waitFor({ state: 'detached', timeout: 3_000 })
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
})

test('[U184] on the start screen the plans have the focus; after one is removed, the next', async () => {
  await openPlan(planFile('gggggggggg', 'A plan of its own'))
  await openPlan(planFile('hhhhhhhhhh', 'Another plan'))
  await toast('Opened Another plan').waitFor()
  await press('g', 's')
  await expect.poll(focus).toBe('a row')
  await press('ArrowDown', 'Delete')
  await overlay().getByRole('button', { name: /^Remove/ }).focus()
  await press('Enter')
  await page.locator('[data-opens]').filter({ hasText: 'A plan of its own' }).waitFor({ state: 'detached' })
  await expect.poll(focus).toBe('a row')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('A plan beside it')
})

test('[U188] a plan of another year opens at the first quarter in which something is planned', async () => {
  await openPlan(planFile('kkkkkkkkkk', 'A plan of the third quarter', [{ id: 'goal:third', title: 'Planned for the third', quarter: 3 }]))
  await card('Planned for the third').waitFor()
  await expect.poll(() => page.getByRole('radio', { name: /^Q3/ }).isChecked()).toBe(true)
})

test('[U184] after the palette is left on a board in which no card had the focus, keys act on the board', async () => {
  await page.reload()
  await card('Planned for the third').waitFor()
  await expect.poll(focus).toBe('main')
  await press('Control+k')
  await expect.poll(focus).toBe('a dialog')
  await press('Escape')
  await overlay().waitFor({ state: 'detached' })
  await settlesOn('main')
  await press('g', 'p')
  await page.getByRole('treegrid').waitFor()
})

