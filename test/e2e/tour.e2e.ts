import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openFile, saved, setUpComputer, takePictures, type Computer, type OpenApp } from './app.ts'
import { contentOf, exportPlan } from './export-plan.ts'

const goalsPage = resolve(import.meta.dirname, '../files/tec3-goals-page.txt')

let here: Computer
let there: Computer
let folder: string

beforeAll(async () => {
  ;[here, there] = await Promise.all([setUpComputer(), setUpComputer()])
  folder = resolve(import.meta.dirname, '../../test-results/exchange')
})

afterAll(async () => {
  await Promise.all([here.remove(), there.remove()])
})

const card = (page: Page, title: string | RegExp): Locator => page.locator('[data-goal]').filter({ hasText: title })
const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}, `) })
const overlay = (page: Page): Locator => page.locator('[data-overlay]')
const counts = (page: Page): Locator => page.locator('[data-board-counts]')

async function showQuarter(page: Page, quarter: 1 | 2 | 3 | 4): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^Q${quarter}`) }).click()
}

test('[U10] the tour of a new user: from the goals page to two equal exports, by mouse and by keys', async () => {
  const { page, complaints } = await here.start({ viewport: { width: 1440, height: 900 } })
  await takePictures(page, '01-start')
  await readGoalsPage(page)
  await quartersShowWhatThePageHas(page)
  await workOnTheBoard(page)
  await undoAndRedo(page)
  await reloadKeepsEverything(page)
  const first = await exportPlan(page, join(folder, 'first.plan.json'))
  expect(first.suggested).toMatch(/^tec3-fy18-19-\d{4}-\d\d-\d\d-\d{4}\.plan\.json$/)
  const other = await secondComputerHasTheSame(first.path, contentOf(first.text))
  await bothEditAndExchange(page, other)
  expect(complaints).toEqual([])
  expect(other.complaints).toEqual([])
})

async function readGoalsPage(page: Page): Promise<void> {
  await openFile(page, goalsPage)
  const review = overlay(page)
  await review.waitFor()
  await takePictures(page, '02-page-review')
  await page.keyboard.press('Control+Enter')
  await review.waitFor({ state: 'detached' })
  await page.locator('[data-board-counts]').waitFor()
  await saved(page)
}

async function quartersShowWhatThePageHas(page: Page): Promise<void> {
  const expected = [
    [1, '1 goal, 1 done'],
    [2, '5 goals, 3 done'],
    [3, '8 goals, 0 done'],
    [4, '10 goals, 2 done'],
  ] as const
  for (const [quarter, text] of expected) {
    await showQuarter(page, quarter)
    await expect.poll(() => counts(page).textContent()).toBe(text)
    await takePictures(page, `03-board-q${quarter}`)
  }
}

async function workOnTheBoard(page: Page): Promise<void> {
  await showQuarter(page, 4)
  // by mouse: from In progress to Done
  await card(page, 'Increase documentation quality').dragTo(column(page, 'Done'))
  await expect.poll(() => card(column(page, 'Done').page(), 'Increase documentation quality').count()).toBe(1)
  await column(page, 'Done').locator('[data-goal]').filter({ hasText: 'Increase documentation quality' }).waitFor()
  // by keyboard: a column to the right, and the focus goes with it
  const moved = card(page, 'Upgrade the infrastructure')
  await moved.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await column(page, 'Partially done').locator('[data-goal]').filter({ hasText: 'Upgrade the infrastructure' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('Upgrade the infrastructure')
  // Blocked, with a reason
  const blocked = card(page, 'Stretch: Implementation').or(card(page, 'Implementation of a Helm')).first()
  await blocked.focus()
  await page.keyboard.press('4')
  const dialog = page.getByRole('dialog', { name: /blocked/i })
  await dialog.waitFor()
  await page.keyboard.type('No time beside the upgrade')
  await takePictures(page, '04-reason')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await column(page, 'Blocked').getByText('No time beside the upgrade').waitFor()
  // and a note dated October
  await page.keyboard.press('n')
  const panel = page.getByRole('complementary', { name: /Helm/ })
  await panel.waitFor()
  await page.keyboard.type('Waits for the upgrade to be through.')
  await panel.getByLabel('Date').first().fill('2018-10')
  await page.keyboard.press('Control+Enter')
  await panel.getByText('Waits for the upgrade to be through.').first().waitFor()
  await panel.getByText('Oct 2018').first().waitFor()
  await takePictures(page, '05-goal')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await saved(page)
}

async function undoAndRedo(page: Page): Promise<void> {
  await card(page, 'Upgrade the infrastructure').focus()
  await page.keyboard.press('6')
  await column(page, 'Done').locator('[data-goal]').filter({ hasText: 'Upgrade the infrastructure' }).waitFor()
  await page.keyboard.press('1')
  await column(page, 'To do').locator('[data-goal]').filter({ hasText: 'Upgrade the infrastructure' }).waitFor()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await column(page, 'Partially done').locator('[data-goal]').filter({ hasText: 'Upgrade the infrastructure' }).waitFor()
  await page.getByText(/^Undone: move of/).first().waitFor()
  await page.keyboard.press('Control+Shift+z')
  await column(page, 'Done').locator('[data-goal]').filter({ hasText: 'Upgrade the infrastructure' }).waitFor()
  await saved(page)
}

async function reloadKeepsEverything(page: Page): Promise<void> {
  await page.reload()
  await column(page, 'Done').locator('[data-goal]').filter({ hasText: 'Upgrade the infrastructure' }).waitFor()
  await column(page, 'Done').locator('[data-goal]').filter({ hasText: 'Increase documentation quality' }).waitFor()
  await column(page, 'Blocked').getByText('No time beside the upgrade').waitFor()
}

async function secondComputerHasTheSame(path: string, content: string): Promise<OpenApp> {
  const other = await there.start({ viewport: { width: 1280, height: 800 } })
  await openFile(other.page, path)
  await showQuarter(other.page, 4)
  await column(other.page, 'Blocked').getByText('No time beside the upgrade').waitFor()
  await saved(other.page)
  expect(contentOf((await exportPlan(other.page, join(folder, 'second.plan.json'))).text)).toBe(content)
  return other
}

async function bothEditAndExchange(page: Page, other: OpenApp): Promise<void> {
  await showQuarter(page, 2)
  await card(page, 'Formalize the collection').focus()
  await page.keyboard.press('6')
  await column(page, 'Done').getByText('Formalize the collection').waitFor()
  await showQuarter(other.page, 2)
  await card(other.page, 'Formalize the collection').focus()
  await other.page.keyboard.press('2')
  await column(other.page, 'In progress').getByText('Formalize the collection').waitFor()
  const mine = await exportPlan(page, join(folder, 'mine.plan.json'))
  const theirs = await exportPlan(other.page, join(folder, 'theirs.plan.json'))
  await openFile(page, theirs.path)
  const summary = overlay(page)
  await summary.getByText(/edited on both sides/i).first().waitFor()
  await takePictures(page, '06-merge')
  await page.keyboard.press('Enter')
  await summary.waitFor({ state: 'detached' })
  await openFile(other.page, mine.path)
  await overlay(other.page).getByText(/edited on both sides/i).first().waitFor()
  await other.page.keyboard.press('Enter')
  await overlay(other.page).waitFor({ state: 'detached' })
  await Promise.all([saved(page), saved(other.page)])
  await column(page, 'In progress').getByText('Formalize the collection').waitFor()
  const [a, b] = [await exportPlan(page, join(folder, 'a.plan.json')), await exportPlan(other.page, join(folder, 'b.plan.json'))]
  expect(contentOf(a.text)).toBe(contentOf(b.text))
  await nothingComesOfAnOldFile(page, [mine.path, a.path, a.path])
  const again = await exportPlan(page, join(folder, 'again.plan.json'))
  expect(contentOf(again.text)).toBe(contentOf(a.text))
  await aDamagedFileIsRefused(page, a.text)
}

async function nothingComesOfAnOldFile(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await openFile(page, path)
    const dialog = overlay(page)
    await dialog.getByText(/nothing new/i).first().waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
}

async function aDamagedFileIsRefused(page: Page, text: string): Promise<void> {
  const path = join(folder, 'damaged.plan.json')
  await writeFile(path, text.replace('"status":"done"', '"status":"Finished"'))
  await openFile(page, path)
  const dialog = overlay(page)
  await dialog.getByText(/goals\[\d+\]\.status: "Finished" is not a status/).waitFor()
  await takePictures(page, '07-refused')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}
