import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpComputer, takePicture, type Computer } from './app.ts'
import { openSet } from './open-text.ts'
import { manyGoals, teamsPlan } from './teams-plan.ts'

let computer: Computer
let page: Page

beforeAll(async () => {
  computer = await setUpComputer()
  const app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' })
  page = app.page
  // without a printer: what a browser says before it draws the pages
  await page.addInitScript(() => {
    window.print = () => void window.dispatchEvent(new Event('beforeprint'))
  })
  await page.reload()
  await page.getByRole('main').waitFor()
})

afterAll(async () => {
  await computer.remove()
})

const sheet = (what: 'board' | 'goal'): Locator => page.locator(`[data-sheet="${what}"]`)

/** What is on paper once somebody has asked for it. */
async function onPaper(what: 'board' | 'goal', name: string): Promise<string> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await sheet(what).waitFor()
  await takePicture(page, name)
  return page.locator('body').innerText()
}

async function backOnScreen(): Promise<void> {
  await page.emulateMedia({ media: null, colorScheme: 'dark' })
  await page.locator('[data-sheet]').first().waitFor({ state: 'detached' })
}

async function show(title: string, set: ReturnType<typeof teamsPlan>): Promise<void> {
  await openSet(page, 'colleague.plan.json', set)
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).waitFor()
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await page.locator('[data-goal]').first().waitFor()
}

test('[P30] [P32] [R42] three hundred goals: each is on paper once, by status, light also where the screen is dark, on A4 and Letter', async () => {
  await show('Many goals', manyGoals(300))
  await page.getByRole('button', { name: 'SRE' }).last().click()
  await page.locator('[data-goal]').first().focus()
  const before = await page.evaluate(() => document.activeElement?.getAttribute('data-goal'))
  for (const format of ['A4', 'Letter'] as const) {
    const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type \/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.length).toBeLessThan(20)
  }
  await page.keyboard.press('Control+p')
  const text = await onPaper('board', 'paper-board')
  expect(text).toMatch(/^Many goals FY18\/19\s+Printed \w+ \d+, \d{4}\s+Q2 Oct–Dec 2018\s+150 goals, \d+ done, 150 hidden by the filter\s+Only team SRE\n/)
  expect(Array.from({ length: 300 }, (_, index) => text.split(new RegExp(`Goal number ${index}\\b`)).length - 1)).toEqual(Array.from({ length: 300 }, (_, index) => (index % 2 === 0 ? 1 : 0)))
  expect(text).toContain('carried from FY17/18 Q4')
  // blocked since it was made
  expect(text).toMatch(/\d+ (?:days|months|years) · Waits for hosts\. · Waiting on RelEng/)
  await expect.poll(() => sheet('board').locator('table').count()).toBe(7)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  expect(await sheet('board').locator('tbody tr').first().evaluate((row) => getComputedStyle(row).breakInside)).toBe('avoid')
  await backOnScreen()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-goal'))).toBe(before)
})

test('[P31] a goal is printed from its panel by the key, and by a command from its card', async () => {
  await show('Annual plan', teamsPlan())
  const card = page.locator('[data-goal]').filter({ hasText: 'verify stage' })
  await card.focus()
  await page.keyboard.press('Enter')
  await page.locator('aside:focus, aside :focus').waitFor()
  await page.keyboard.press('Control+p')
  const text = await onPaper('goal', 'paper-goal')
  expect(text).toMatch(/Run the verify stage in production\s+In progress\s+Quarter\s+Q2 · Oct–Dec 2018/)
  expect(text).toMatch(/Owner\s+Build lead\s+Teams\s+RelEng\s+Depends on\s+Data centre operations and hardware procurement \(not yet\), SRE \(not yet\)/)
  expect(text).toMatch(/Notes\s+Nov 7\s+Build lead\s+The namespace is there\./)
  expect(text).not.toMatch(/canary/)
  await backOnScreen()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.locator('[data-goal]').filter({ hasText: 'canary' }).focus()
  await page.keyboard.press('Control+k')
  await page.locator('[data-overlay] :focus').waitFor()
  await page.keyboard.type('Print the goal')
  await page.keyboard.press('Enter')
  await sheet('goal').waitFor({ state: 'attached' })
  expect(await onPaper('goal', 'paper-goal-by-command')).toMatch(/Deploy to a canary first\s+Blocked\s+Reason\s+The new hosts are not racked\.\s+Waiting on\s+the SRE team/)
  await backOnScreen()
  // the goal was asked for once
  await page.keyboard.press('Control+p')
  await onPaper('board', 'paper-board-again')
  await backOnScreen()
})
