import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addChanges } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { openApp, type OpenApp } from './app.ts'
import { openSet } from './open-text.ts'
import { exportedSet } from './export-plan.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let second: Page

beforeAll(async () => {
  // so high that all cards of a column are in sight: those that aren't are not drawn
  app = await openApp({ quarter: 4, viewport: { width: 1280, height: 1_800 } })
  second = await app.context.newPage()
  second.setDefaultTimeout(8_000)
  await app.page.locator('[data-saving="saved"]').waitFor()
  await second.goto(app.page.url())
  await second.locator('[data-goal]').first().waitFor()
})

afterAll(async () => {
  await app.close()
})

const titles = (page: Page, column: string): Promise<readonly string[]> => page.getByRole('region', { name: new RegExp(`^${column}, `) }).locator('[data-goal] p:first-of-type').allTextContents()

async function setStatus(page: Page, title: string, key: string): Promise<void> {
  await page.locator('[data-goal]').filter({ hasText: title }).focus()
  await page.keyboard.press(key)
}

test('[U14] what one window does is on the board of the other', async () => {
  await setStatus(app.page, 'Train new users', '6')
  await expect.poll(() => titles(second, 'Done')).toContainEqual(expect.stringContaining('Train new users'))
  await setStatus(second, 'Raise the quality', '6')
  await expect.poll(() => titles(app.page, 'Done')).toContainEqual(expect.stringContaining('Raise the quality'))
})

test('[U14] edits made in both windows at the same time are all there, in both, and after a reload', async () => {
  await Promise.all([addGoals(app.page, 'first'), addGoals(second, 'second')])
  const all = ['first 1', 'first 2', 'first 3', 'first 4', 'second 1', 'second 2', 'second 3', 'second 4']
  for (const page of [app.page, second]) {
    await expect.poll(async () => (await titles(page, 'To do')).filter((title) => / \d$/.test(title)).toSorted()).toEqual(all)
    await page.locator('[data-saving="saved"]').waitFor()
  }
  await second.reload()
  await expect.poll(async () => (await titles(second, 'To do')).filter((title) => / \d$/.test(title)).toSorted()).toEqual(all)
})

test('[U30] what is being typed in one window is in no field of another, and there again after a reload, to go on with', async () => {
  const third = await app.context.newPage()
  third.setDefaultTimeout(8_000)
  await third.goto(app.page.url())
  await third.locator('[data-goal]').first().waitFor()
  const beginGoal = async (page: Page): Promise<string> => {
    await page.locator('[data-goal]').filter({ hasText: 'Prepare the pipeline' }).focus()
    await page.keyboard.press('c')
    return page.getByRole('textbox', { name: 'What shall be reached?' }).inputValue()
  }
  await beginGoal(app.page)
  await app.page.keyboard.type('Half a')
  expect(await beginGoal(third)).toBe('')
  await third.keyboard.type('Another')
  await third.keyboard.press('Escape')
  await app.page.keyboard.press('Escape')
  await Promise.all([third, app.page].map((page) => page.reload()))
  for (const page of [third, app.page]) await page.locator('[data-goal]').first().waitFor()
  expect(await beginGoal(third)).toBe('Another')
  await third.keyboard.press('Escape')
  expect(await beginGoal(app.page)).toBe('Half a')
  await app.page.keyboard.type(' word')
  await app.page.keyboard.press('Enter')
  await app.page.locator('[data-goal]').filter({ hasText: 'Half a word' }).waitFor()
  await app.page.keyboard.press('Escape')
  // when its window is closed, the other's goes on in one that has begun some seconds ago, whichever is the first
  await third.close()
  await app.page.reload()
  await app.page.locator('[data-goal]').first().waitFor()
  const keptBy = (slot: number): Promise<string> => app.page.evaluate((key) => localStorage.getItem(key) ?? '', `quarterdeck.drafts ${slot}`)
  await expect.poll(() => keptBy(2), { timeout: 12_000 }).toBe('')
  const heir = (await keptBy(0)) === '' ? second : app.page
  expect(await beginGoal(heir)).toBe('Another')
  await heir.keyboard.press('Control+a')
  await heir.keyboard.press('Delete')
  await heir.keyboard.press('Escape')
})

test('[U14] undo in one window takes back only what was done there', async () => {
  await app.page.bringToFront()
  await setStatus(app.page, 'Put a Helm', '3')
  await expect.poll(() => titles(app.page, 'Partially done')).toContainEqual(expect.stringContaining('Put a Helm'))
  await setStatus(second, 'Upgrade the infrastructure', '1')
  await expect.poll(() => titles(app.page, 'To do')).toContainEqual(expect.stringContaining('Upgrade the infrastructure'))
  await app.page.keyboard.press('Control+z')
  await expect.poll(() => titles(app.page, 'In progress')).toContainEqual(expect.stringContaining('Put a Helm'))
  await expect.poll(() => titles(app.page, 'To do')).toContainEqual(expect.stringContaining('Upgrade the infrastructure'))
})

test('[U187] a review says what the plan says by now, and what is chosen is of that: another window may be working on it', async () => {
  const common = await exportedSet(app.page)
  const theirs = addChanges(common, [{ at: formatStamp({ ms: Date.now() - 1_000, counter: 0, writer: 'ssssssssss0' }), on: 'goal:sample-trainings', set: { title: 'Train everybody' } }]).set
  await app.page.bringToFront()
  await openSet(app.page, 'theirs.plan.json', theirs)
  const row = app.page.locator('[data-overlay] [data-review-row]').filter({ hasText: 'Train everybody' })
  await row.waitFor()
  await second.bringToFront()
  await second.locator('[data-goal]').filter({ hasText: 'Train new users' }).focus()
  await second.keyboard.press('e')
  await second.keyboard.press('Control+a')
  await second.keyboard.type('Train who is new')
  await second.keyboard.press('Enter')
  await app.page.bringToFront()
  await row.filter({ hasText: 'Train who is new' }).waitFor()
  await expect.poll(() => row.getByRole('radio').count()).toBe(2) // by now both sides have edited it
  await app.page.keyboard.press('2')
  await app.page.keyboard.press('Control+Enter')
  await app.page.locator('[data-overlay]').waitFor({ state: 'detached' })
  for (const page of [app.page, second]) await page.locator('[data-goal]').filter({ hasText: 'Train everybody' }).waitFor()
  await app.page.keyboard.press('Control+z')
  for (const page of [app.page, second]) await page.locator('[data-goal]').filter({ hasText: 'Train who is new' }).waitFor()
})

test('[U187] where the plan is not open in the window, the review is shown once more when somebody has worked on it meanwhile', async () => {
  const third = await app.context.newPage()
  third.setDefaultTimeout(8_000)
  const common = await exportedSet(app.page)
  const at = (counter: number): string => formatStamp({ ms: Date.now() - 1_000, counter, writer: 'ssssssssss0' })
  const theirs = addChanges(common, [
    { at: at(0), on: 'goal:sample-trainings', set: { title: 'Train them all' } },
    { at: at(1), on: 'goal:sample-docs', set: { status: 'postponed' } },
  ]).set
  await third.goto(new URL('/', app.page.url()).href)
  await third.getByRole('main').waitFor()
  await openSet(third, 'theirs.plan.json', theirs)
  const row = third.locator('[data-overlay] [data-review-row]').filter({ hasText: 'Train them all' })
  await row.waitFor()
  await app.page.bringToFront()
  await setStatus(app.page, 'Raise the quality', '2')
  await app.page.locator('[data-saving="saved"]').waitFor()
  await third.bringToFront()
  await third.keyboard.press('Control+Enter')
  // what was done meanwhile stands in it: it is looked at again, and merged by the next press
  await third.locator('[data-overlay] [data-review-row]').filter({ hasText: 'Raise the quality' }).filter({ hasText: 'In progress' }).waitFor()
  await expect.poll(() => row.count()).toBe(1)
  await third.locator('[data-overlay] [type=submit]:enabled').waitFor()
  await third.keyboard.press('Control+Enter')
  await third.locator('[data-overlay]').waitFor({ state: 'detached' })
  await expect.poll(() => titles(app.page, 'In progress')).toContainEqual(expect.stringContaining('Raise the quality'))
  await app.page.locator('[data-goal]').filter({ hasText: 'Train them all' }).waitFor()
  await third.close()
})

async function addGoals(page: Page, name: string): Promise<void> {
  await page.locator('[data-goal]').filter({ hasText: 'Prepare the pipeline' }).focus()
  await page.keyboard.press('c')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  for (let index = 1; index <= 4; index += 1) {
    await page.keyboard.type(`${name} ${index}`)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
}
