import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openApp, undo, type OpenApp } from './app.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let page: Page

beforeAll(async () => {
  app = await openApp({ quarter: 4 })
  page = app.page
})

afterAll(async () => {
  await app.close()
})

beforeEach(async () => {
  await page.getByRole('radio', { name: /^Q4/ }).click()
})

const card = (title: string): Locator => page.locator('[data-goal]').filter({ hasText: title })
const column = (name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}, `) })
const titlesIn = (name: string): Promise<readonly string[]> => column(name).locator('[data-goal] p:first-of-type').allTextContents()
const focusedTitle = (): Promise<string> => page.evaluate(() => document.activeElement?.querySelector('p')?.textContent ?? '')

test('[B20] a card dragged to another column stands there, at the place where it was let go', async () => {
  await card('Train new users').dragTo(card('Add nodes for security'), { targetPosition: { x: 40, y: 4 } })
  await expect.poll(() => titlesIn('Done')).toEqual([expect.stringContaining('Give each repository'), expect.stringContaining('Train new users'), expect.stringContaining('Add nodes')])
  await undo(page)
  await expect.poll(() => titlesIn('In progress')).toHaveLength(4)
})

test('[B20] a card dragged within its column changes its place only', async () => {
  const before = await titlesIn('In progress')
  await card('Train new users').dragTo(card('Upgrade the infrastructure'), { targetPosition: { x: 40, y: 3 } })
  await expect.poll(() => titlesIn('In progress')).toEqual([before[0], before[3], before[1], before[2]])
  await undo(page)
  await expect.poll(() => titlesIn('In progress')).toEqual(before)
})

test('[B20] an empty column is a strip that takes a drop, and asks why for Postponed', async () => {
  await card('Prepare the pipeline').dragTo(page.getByRole('button', { name: /^Postponed ?0 goals/ }))
  await page.getByRole('dialog', { name: 'Moved to Postponed' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => titlesIn('Postponed')).toHaveLength(1)
  await page.getByRole('button', { name: /^To do ?0 goals/ }).waitFor()
  await undo(page)
  await expect.poll(() => titlesIn('To do')).toHaveLength(1)
})

test('[B20] a card dropped on a quarter is planned for it', async () => {
  await card('Train new users').dragTo(page.getByRole('radio', { name: /^Q1/ }))
  await expect.poll(() => card('Train new users').count()).toBe(0)
  await page.getByRole('radio', { name: /^Q1/ }).click()
  await card('Train new users').waitFor()
  await undo(page)
  await expect.poll(() => card('Train new users').count()).toBe(0)
})

test('[B21] keys walk the board, select, set statuses, and the focus stays on the card', async () => {
  await card('Upgrade the infrastructure').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect.poll(focusedTitle).toContain('Train new users')
  await page.keyboard.press('3')
  await expect.poll(() => titlesIn('Partially done')).toHaveLength(2)
  await expect.poll(focusedTitle).toContain('Train new users')
  await undo(page)
  await expect.poll(() => titlesIn('In progress')).toHaveLength(4)
  await card('Train new users').focus()
  await page.keyboard.press('x')
  await card('Put a Helm').focus()
  await page.keyboard.press('x')
})

test('[B21] arrows that are held down go on', async () => {
  await card('Upgrade the infrastructure').focus()
  await page.keyboard.down('ArrowDown')
  await page.keyboard.down('ArrowDown')
  await page.keyboard.up('ArrowDown')
  await expect.poll(focusedTitle).toContain('Train new users')
})

test('[B22] c writes a goal where one is, Enter keeps it and begins the next, e renames', async () => {
  await card('Raise the quality').focus()
  await page.keyboard.press('c')
  await page.keyboard.type('First new goal')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Second')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect.poll(() => titlesIn('Stalled')).toHaveLength(3)
  await card('Second').focus()
  await page.keyboard.press('e')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Second, renamed')
  await page.keyboard.press('Enter')
  await card('Second, renamed').waitFor()
  await expect.poll(focusedTitle).toContain('Second, renamed')
  await page.keyboard.press('Delete')
  await expect.poll(() => titlesIn('Stalled')).toHaveLength(2)
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect.poll(() => titlesIn('Stalled')).toHaveLength(3)
  for (let step = 0; step < 3; step += 1) await undo(page)
  await expect.poll(() => titlesIn('Stalled')).toHaveLength(1)
})

test('[B23] a filter says what it hides, one that hides everything says so, and shows all again', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('helm')
  await expect.poll(() => page.locator('[data-board-counts]').textContent()).toMatch(/^1 goal, 0 done, 9 hidden by the filter$/)
  await page.keyboard.type(' nowhere')
  await page.getByText('The filter hides all 10 goals here.').waitFor()
  await page.getByRole('button', { name: 'Show all goals' }).click()
  await expect.poll(() => page.locator('[data-goal]').count()).toBe(10)
  await page.getByRole('button', { name: 'Stretch', exact: true }).click()
  await expect.poll(() => page.locator('[data-goal]').count()).toBeLessThan(3)
  await page.getByRole('button', { name: 'Clear' }).click()
})

test('[B23] outcomes and teams at the side narrow the board', async () => {
  await page.getByRole('button', { name: /^5 The pipeline runs/ }).click()
  await expect.poll(() => page.locator('[data-goal]').count()).toBe(3)
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect.poll(() => page.locator('[data-goal]').count()).toBe(10)
})

test('[B24] sub-goals are cards of their own when asked for', async () => {
  await page.getByRole('button', { name: 'Sub-goals as cards' }).click()
  await expect.poll(() => page.locator('[data-goal]').count()).toBe(14)
  await page.getByRole('button', { name: 'Sub-goals as cards' }).click()
  await expect.poll(() => page.locator('[data-goal]').count()).toBe(10)
})

test('[B25] a move is said aloud', async () => {
  await card('Train new users').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => page.locator('[role="status"]').allTextContents()).toContainEqual(expect.stringContaining('Train new users'))
  await undo(page)
})
