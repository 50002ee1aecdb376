import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openApp, saved } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'
import { openSet } from './open-text.ts'
import { bigPlan } from '../bench/big-plan.ts'

let app: Awaited<ReturnType<typeof openApp>>
let page: Page

beforeAll(async () => {
  app = await openApp({ quarter: 2, bypassCSP: false })
  page = app.page
})

afterAll(async () => {
  await app.close()
})

const screen = (): Locator => page.getByRole('main', { name: 'Turn the quarter' })
const row = (title: string): Locator => screen().getByRole('listitem').filter({ has: page.getByRole('button', { name: `Open ${title}` }) })
const choice = (title: string, name: string): Locator => row(title).getByRole('radio', { name, exact: true })
const sums = (): Locator => screen().locator('[data-turn-sums]')
const panel = (): Locator => page.getByRole('complementary')
const card = (title: string): Locator => page.getByRole('main', { name: 'Board' }).locator('[data-goal]').filter({ hasText: title })
const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null)

async function showBoard(quarter: number): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Board' }).click()
  await page.getByRole('radio', { name: new RegExp(`^Q${quarter}`) }).click()
}

const metrics = 'Formalize the collection of CI infrastructure and tooling metrics'
const services = 'Adopt more services into the pipeline'

test('[Q30] a quarter is turned by keys alone, and one undo takes all of it back, with what was decided', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await screen().waitFor()
  expect(page.url()).toContain('/turn/2')
  await expect.poll(focused).toBe(`Open ${metrics}`)
  await expect.poll(() => sums().textContent()).toBe('2 carried to Q3')
  await page.keyboard.press('Shift+L')
  await expect.poll(() => sums().textContent()).toBe('2 left as they are')
  await page.keyboard.press('d')
  await page.keyboard.type('No use') // at once: the field has the focus with the key
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe(`Open ${metrics}`)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('c')
  await expect.poll(() => sums().textContent()).toBe('1 carried to Q3, 1 dropped')
  await page.keyboard.press('Control+Enter')
  await screen().getByText('Q2 is turned').waitFor()
  expect(await screen().textContent()).toContain('1 carried to Q3, 1 dropped.')
  await expect.poll(focused).toBe('Go to the board of Q3')
  await page.keyboard.press('Enter')
  await card(services).waitFor()
  expect(await card(services).textContent()).toContain('carried from Q2')
  await page.keyboard.press('Alt+2')
  await card(services).waitFor()
  expect(await card(services).textContent()).toContain('carried to Q3')
  expect(await card(metrics).textContent()).toContain('No use')
  await page.keyboard.press('Control+z')
  await page.getByText(/turning Q2/).first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await row(metrics).waitFor()
  await expect.poll(() => sums().textContent()).toBe('1 carried to Q3, 1 dropped')
})

test('[Q31] a quarter that is over says so on its board, and is turned by mouse: all at once, with some otherwise; nothing is written before', async () => {
  await showBoard(2)
  await page.getByText('Q2 is over: 2 goals are not done.').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Turn Q2' }).click()
  await screen().getByRole('button', { name: 'As proposed' }).click()
  await expect.poll(() => sums().textContent()).toBe('2 carried to Q3')
  await screen().getByRole('radiogroup', { name: 'What becomes of all of them' }).getByRole('radio', { name: 'Leave' }).click()
  await choice(services, 'To Q3').click()
  await choice(metrics, 'Not scheduled').click()
  // what was decided is there again after a look elsewhere
  await choice(metrics, 'Drop').click()
  await row(metrics).getByRole('textbox').fill('No use [Q41]')
  await page.reload()
  await expect.poll(() => row(metrics).getByRole('textbox').inputValue()).toBe('No use [Q41]')
  await choice(metrics, 'Not scheduled').click()
  await page.getByRole('navigation').getByRole('button', { name: 'Plan', exact: true }).click()
  await showBoard(3)
  await expect.poll(() => card(services).count()).toBe(0)
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await page.getByRole('navigation').getByRole('button', { name: /^Turn Q2/ }).click()
  await expect.poll(() => sums().textContent()).toBe('1 carried to Q3, 1 not scheduled')
  await screen().getByRole('button', { name: /^Turn Q2/ }).click()
  await screen().getByRole('button', { name: 'Go to the board of Q3' }).click()
  await card(services).waitFor()
  await page.getByRole('radio', { name: 'Not scheduled' }).click()
  await card(metrics).waitFor()
  await showBoard(2)
  await page.getByRole('navigation').getByRole('button', { name: /^Turn Q2/ }).click()
  await screen().getByText('Q2 is turned').waitFor()
  await page.getByRole('radio', { name: /^Q3/ }).click()
  await row(services).waitFor()
  expect(await row(services).textContent()).toContain('carried from Q2')
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await saved(page)
})

test('[Q32] in the panel a goal is followed back and forth through the quarters, with the notes of then one press away', async () => {
  await showBoard(3)
  await card(services).click()
  await panel().getByRole('list', { name: 'Continues' }).getByText('Q2 · Partially done').waitFor()
  const notes = panel().getByRole('button', { name: '1 note from Q2' })
  await notes.click()
  await panel().getByText('blubberoid: its internal data').last().waitFor()
  await panel().getByRole('list', { name: 'Continues' }).getByRole('button', { name: `Open ${services}` }).click()
  await panel().getByRole('list', { name: 'Goes on as' }).getByText('Q3 · In progress').waitFor()
  await expect.poll(() => panel().getByRole('list', { name: 'Continues' }).getByRole('listitem').count()).toBe(0)
  await panel().getByRole('list', { name: 'Goes on as' }).getByRole('button', { name: `Open ${services}` }).click()
  await panel().getByRole('list', { name: 'Continues' }).getByText('Q2 · Partially done').waitFor()
  await page.keyboard.press('Escape')
})

test('[Q33] what a goal continues is chosen by keys, the likely ones first, and unlinked again', async () => {
  await showBoard(4)
  await card('Put a Helm chart manager into service').click()
  await panel().getByRole('button', { name: /^Continues: No earlier goal/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /Compare ways to manage Helm charts/ }).first().waitFor()
  expect(await page.getByRole('group', { name: 'Likely' }).count()).toBe(1)
  await page.keyboard.type('compare ways')
  await page.keyboard.press('Enter')
  await panel().getByRole('list', { name: 'Continues' }).getByText(/Q3 · Done/).waitFor()
  await expect.poll(() => card('Put a Helm chart manager into service').textContent()).toContain('carried from Q3')
  await panel().getByRole('button', { name: 'It continues no earlier goal' }).click()
  await panel().getByRole('button', { name: /^Continues: No earlier goal/ }).waitFor()
  await page.keyboard.press('Escape')
})

test('[Q34] a goal spans two quarters: the panel says until when, the card which, and it is on both boards', async () => {
  await showBoard(3)
  await card('Write the first chapters').click()
  await panel().getByRole('combobox', { name: 'Until quarter' }).click()
  await page.getByRole('option', { name: 'until Q4' }).click()
  await expect.poll(() => card('Write the first chapters').textContent()).toContain('Q3–Q4')
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: /^Q4/ }).click()
  await card('Write the first chapters').waitFor()
  await page.getByRole('radio', { name: /^Q3/ }).click()
  await page.getByRole('navigation').getByRole('button', { name: /^Turn Q3/ }).click()
  await expect.poll(() => choice('Write the first chapters of the developer portal', 'Leave').getAttribute('aria-checked')).toBe('true')
})

test('[Q36] it passes axe in light and dark, beside an open goal too, and scrolls sideways nowhere at 1024 pixels', async () => {
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 740 })
    const wider = (): Promise<number> => page.evaluate(() => [...document.querySelectorAll('html, main, main *')].filter((element) => element.scrollWidth > element.clientWidth + 1 && (element.matches('html') || getComputedStyle(element).overflowX === 'auto')).length)
    await expect.poll(wider).toBe(0)
  }
  await choice('Show the pipeline at two developer events', 'Drop').click()
  await screen().getByRole('button', { name: /Not asked about/ }).click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeComplaints(page)).toEqual([])
  }
  await page.getByRole('button', { name: 'Open Adopt the next services into the pipeline' }).click()
  await panel().waitFor()
  expect(await axeComplaints(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('Open Adopt the next services into the pipeline')
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('[Q35] the last quarter begins the plan of the next year, which opens as one of its own, and begun again gets nothing twice', async () => {
  await page.getByRole('radio', { name: /^Q4/ }).click()
  await row('Retire the old test machines').waitFor()
  await choice('Train new users of the pipeline', 'Not scheduled').click()
  await screen().getByRole('button', { name: /^Start FY19\/20 from this plan/ }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await heading.filter({ hasText: 'FY19/20' }).waitFor()
  await card('Instrument the test runner').waitFor()
  expect(await card('Instrument the test runner').textContent()).toContain('carried from FY18/19 Q4, second time')
  const shown = await page.getByRole('main').locator('[data-board-counts]').textContent()
  await page.getByRole('radio', { name: 'Not scheduled' }).click()
  await card('Train new users').waitFor()
  await saved(page)
  await heading.getByRole('button').click()
  await page.getByRole('button', { name: /sample/i }).first().click()
  await heading.filter({ hasText: 'FY18/19' }).waitFor()
  await page.keyboard.press('Alt+4')
  await card('Instrument the test runner').waitFor()
  // the old plan says where its goals went
  expect(await card('Instrument the test runner').textContent()).toContain('carried to FY19/20 Q1')
  await card('Instrument the test runner').click()
  await panel().getByRole('list', { name: 'Goes on as' }).getByText('In a later plan: FY19/20 Q1').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await screen().getByText('Nothing in Q4 waits for a decision.').waitFor()
  await screen().getByRole('button', { name: /^Start FY19\/20 from this plan/ }).click()
  await heading.filter({ hasText: 'FY19/20' }).waitFor()
  await page.getByRole('radio', { name: /^Q1/ }).click()
  await expect.poll(() => page.getByRole('main').locator('[data-board-counts]').textContent()).toBe(shown)
  expect(app.complaints).toEqual([])
})

test('[Q37] with thousands of goals only the rows in sight are drawn, keys reach the last, and all are turned at once', async () => {
  await openSet(page, 'large.plan.json', bigPlan({ goals: 3_000 }))
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'A plan of 3000 goals' }).waitFor({ timeout: 60_000 })
  await page.keyboard.press('Alt+2')
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await screen().getByRole('listitem').first().waitFor()
  await expect.poll(() => sums().textContent()).toMatch(/^\d+ carried to Q3$/)
  const said = /^(\d+) carried to Q3$/.exec((await sums().textContent()) ?? '')
  expect(Number(said?.[1])).toBeGreaterThan(500)
  expect(await screen().getByRole('listitem').count()).toBeLessThan(60)
  await page.keyboard.press('End')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="listitem"]')?.getAttribute('aria-posinset'))).toBe(said?.[1])
  await page.keyboard.press('Control+Enter')
  await screen().getByText('Q2 is turned').waitFor({ timeout: 30_000 })
  await page.keyboard.press('Control+z')
  await screen().getByRole('listitem').first().waitFor({ timeout: 30_000 })
})
