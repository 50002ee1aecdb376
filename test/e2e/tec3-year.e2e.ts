import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openFile, saved, setUpComputer, takePicture, type Computer } from './app.ts'

/** The lines of the real page at which its quarters end, before the next one was written. */
const ends = [36, 124, 312, undefined] as const
const lines = readFileSync(resolve(import.meta.dirname, '../files/tec3-goals-page.txt'), 'utf8').split('\n')

let computer: Computer
let page: Page

beforeAll(async () => {
  computer = await setUpComputer()
  const app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } })
  page = app.page
})

afterAll(() => computer.remove())

const counts = (): Locator => page.locator('[data-board-counts]')
const overlay = (): Locator => page.locator('[data-overlay]')
const turn = (): Locator => page.getByRole('main', { name: 'Turn the quarter' })

async function goOnTo(day: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T09:00:00`))
  await page.reload()
  await page.getByRole('main').waitFor()
}

async function readCopyAfter(quarter: 1 | 2 | 3 | 4, keys: readonly string[] = []): Promise<void> {
  await openFile(page, { name: `tec3-after-q${quarter}.txt`, mimeType: 'text/plain', buffer: Buffer.from(lines.slice(0, ends[quarter - 1]).join('\n')) })
  await overlay().waitFor()
  await takePicture(page, `year-review-q${quarter}`)
  for (const key of keys) await page.keyboard.press(key)
  await page.keyboard.press('Control+Enter')
  await overlay().waitFor({ state: 'detached' })
  await saved(page)
}

async function showQuarter(quarter: number, says: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.getByRole('radio', { name: new RegExp(`^Q${quarter}`) }).click()
  await expect.poll(() => counts().textContent()).toBe(says)
}

test('[Q15] [N11] the real page, copy by copy as the year went: each quarter is turned as the page tells, and what it shows again is met and not doubled', async () => {
  await goOnTo('2018-10-01')
  await readCopyAfter(1)
  await showQuarter(1, '1 goal, 1 done')
  await goOnTo('2019-01-02')
  await readCopyAfter(2)
  await showQuarter(2, '5 goals, 3 done')
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await turn().waitFor()
  // the page words both anew in the third quarter: nothing is carried as it stands
  await page.keyboard.press('Shift+L')
  await page.keyboard.press('Control+Enter')
  await takePicture(page, 'year-turn-q2')
  await goOnTo('2019-04-01')
  await readCopyAfter(3)
  await showQuarter(3, '8 goals, 0 done')
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await turn().waitFor()
  await page.keyboard.press('Shift+L')
  for (const key of ['c', 'ArrowDown', 'c', 'Control+Enter']) await page.keyboard.press(key)
  await turn().getByText('2 carried to Q4').waitFor()
  await takePicture(page, 'year-turn-q3')
  await goOnTo('2019-07-01')
  // what was carried says Stalled, as it stood; the page says Blocked by now, and why, and is taken at its word
  await readCopyAfter(4, ['ArrowUp', '2', 'ArrowUp', '2', 'ArrowUp', '2', 'ArrowUp', '2'])
  await showQuarter(4, '10 goals, 2 done')
  await page.getByRole('region', { name: 'Blocked, 3 goals' }).getByText('carried from Q3').nth(1).waitFor()
  await takePicture(page, 'year-board-q4')
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.getByRole('radio', { name: /^Q3/ }).click()
  await page.getByRole('figure', { name: /^7 of 24 monthly notes are missing/ }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  const report = page.getByRole('main', { name: 'Report' })
  await report.getByText('8 goals').first().waitFor()
  await takePicture(page, 'year-report-q3')
  await page.getByRole('radio', { name: /^Q4/ }).click()
  await report.getByText('10 goals with 4 sub-goals: 2 done, 5 in progress, 3 blocked.').waitFor()
  await expect.poll(() => report.locator('[data-report-goal]').count()).toBe(14)
  await takePicture(page, 'year-report-q4')
})
