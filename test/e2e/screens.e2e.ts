import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { setUpComputer, takePicture, type Computer, type OpenApp } from './app.ts'
import { atRest } from './at-rest.ts'
import { axeComplaints } from './axe-complaints.ts'
import { openText } from './open-text.ts'

let computer: Computer
let app: OpenApp

beforeAll(async () => {
  computer = await setUpComputer()
  app = await computer.start({ bypassCSP: false })
})

afterAll(async () => {
  await computer.remove()
})

/** Screens and dialogs that no other spec looks at in both themes and widths, by name, each with how a person gets there from the one before. */
const walk: readonly { readonly name: string; readonly go: (page: Page) => Promise<unknown> }[] = [
  { name: 'start', go: (page) => page.getByRole('main').waitFor() },
  { name: 'board', go: (page) => openSample(page) },
  { name: 'commands', go: (page) => page.keyboard.press('Control+k') },
  { name: 'keys', go: (page) => overlay(page, 'Shift+?') },
  { name: 'settings', go: (page) => overlay(page, 'Control+,') },
  { name: 'about', go: (page) => showAbout(page) },
  { name: 'goal', go: (page) => openGoal(page) },
  { name: 'move', go: (page) => page.keyboard.press('m') },
  { name: 'reason', go: (page) => askWhy(page) },
  { name: 'plan', go: (page) => takeBack(page).then(() => showPlan(page)) },
  { name: 'history', go: (page) => showHistory(page) },
  { name: 'exchange', go: (page) => showScreen(page, 'e', 'Nothing to review') },
  { name: 'backups', go: (page) => showScreen(page, 'k', 'Back up now') },
  { name: 'snapshots', go: (page) => showScreen(page, 'n', 'No snapshots yet') },
  { name: 'report', go: (page) => showScreen(page, 'r', 'Quarterly report') },
  { name: 'insights-list', go: (page) => listGoals(page) },
  { name: 'turned', go: (page) => turnQuarter(page) },
  { name: 'wikitext-review', go: (page) => reviewWikitext(page) },
]

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sample/i }).first().click()
  await page.getByRole('radio', { name: /^Q4/ }).click()
  await page.locator('[data-goal]').first().waitFor()
}

async function showScreen(page: Page, key: string, said: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(key)
  await page.getByText(said).first().waitFor()
}

async function overlay(page: Page, key: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  await page.keyboard.press(key)
  await page.locator('[data-overlay]').waitFor()
}

async function showAbout(page: Page): Promise<void> {
  await overlay(page, 'Control+k')
  await page.getByRole('combobox').fill('About Quarterdeck')
  await page.keyboard.press('Enter')
  const about = page.getByRole('dialog', { name: 'About Quarterdeck' })
  await about.getByText(/^in this browser on this computer, for the address http/).waitFor()
  await about.getByRole('button', { name: /^Diagnostics/ }).click()
  await about.getByText(/^release: Quarterdeck/).waitFor()
}

async function openGoal(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  await page.locator('[data-goal]').filter({ hasText: 'Move more services' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').waitFor()
  await page.locator('[data-goal]').filter({ hasText: 'Move more services' }).focus()
}

async function showPlan(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  await page.getByRole('navigation').getByRole('button', { name: 'Plan' }).click()
  await page.getByRole('treegrid').or(page.getByRole('tree')).first().waitFor()
}

async function showHistory(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'History' }).click()
  await page.getByRole('slider').press('ArrowLeft')
  await page.getByRole('button', { name: 'Back to now' }).waitFor()
}

async function askWhy(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  await page.keyboard.press('5')
  await page.getByRole('dialog', { name: 'Moved to Stalled' }).waitFor()
}

async function takeBack(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await page.getByText(/^Undone: /).first().waitFor()
}

async function listGoals(page: Page): Promise<void> {
  await showScreen(page, 'i', 'Status over time')
  await page.getByRole('application', { name: 'Status over time' }).press('End')
  await page.keyboard.press('Enter')
  await page.locator('[data-behind] [data-listed]').first().waitFor()
}

/** Q3, since the last quarter begins another plan. */
async function turnQuarter(page: Page): Promise<void> {
  await showScreen(page, 'q', 'begins with the programs')
  await page.keyboard.press('Alt+3')
  await page.getByRole('heading', { name: 'Turn Q3' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Q3 is turned').waitFor()
}

const source = `== Program Goals and Status for FY18/19 ==
* '''Annual Plan''': TEC9 Something else
== Q2 ==
=== Outcome 1 / Output 1.1 (RelEng) ===
Builds share one toolchain
==== Goals ====
* Build the images {{Fertig}}
* Ship the images {{In progress}}
`

async function reviewWikitext(page: Page): Promise<void> {
  await page.keyboard.press('Control+z')
  await page.getByText('Q3 is turned').waitFor({ state: 'detached' })
  await openText(page, 'page.wiki', source)
  await page.locator('[data-overlay]').getByText('{{Fertig}}', { exact: true }).waitFor()
}

for (const theme of ['light', 'dark'] as const) {
  test(`[U11] [U12] every screen in ${theme}: nothing that axe finds, nothing that scrolls sideways`, async () => {
    const { page } = app
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(`${computer.url}#/`)
    await page.reload()
    for (const { name, go } of walk) {
      await go(page)
      await atRest(page)
      await takePicture(page, `${theme}-${name}`)
      expect({ name, found: await axeComplaints(page, { coloursOnly: theme === 'dark' }) }).toEqual({ name, found: [] })
      for (const width of [1024, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect({ name, width, sideways: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth) }).toEqual({ name, width, sideways: false })
      }
    }
  }, 120_000)
}

test.each([1024, 860, 700])('[U191] at %d pixels nothing in the bar at the top is cut or covered but the title, which is told whole', async (width) => {
  const { page } = app
  // the walk ends with a review
  if ((await page.locator('[data-overlay]').count()) > 0) await page.keyboard.press('Escape')
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  await page.setViewportSize({ width, height: 720 })
  const bar = page.getByRole('banner')
  await bar.getByRole('button', { name: /^Search or run a command/ }).waitFor()
  await expect.poll(() => bar.getByRole('heading').getByRole('button').getAttribute('title')).toMatch(/^TEC3 Deployment Pipeline: /)
  const parts = await bar.evaluate((header) => [...header.children].map((part) => part.getBoundingClientRect()).map(({ left, right }) => [left, right] as const))
  expect(parts.every(([, right], index) => right <= (parts[index + 1]?.[0] ?? width))).toBe(true)
  expect(await bar.evaluate((header) => [...header.querySelectorAll('button')].filter((button) => button.scrollWidth > button.clientWidth + 1).map((button) => button.textContent))).toEqual([])
})

test('[U12] at 1024 pixels everything is there and can be reached', async () => {
  const { page } = app
  await page.setViewportSize({ width: 1024, height: 720 })
  await page.getByRole('navigation').getByRole('button', { name: 'Board' }).click()
  await page.getByRole('radio', { name: /^Q4/ }).click()
  await takePicture(page, 'narrow-board')
  for (const name of ['Import', 'Export']) await expect.poll(() => page.getByRole('button', { name, exact: true }).isVisible()).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
  await page.locator('[data-goal]').last().scrollIntoViewIfNeeded()
  await expect.poll(() => page.locator('[data-goal]').last().isVisible()).toBe(true)
})
