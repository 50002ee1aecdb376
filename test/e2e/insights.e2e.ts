import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openApp, takePicture, takePictures } from './app.ts'
import { axeInBothThemes } from './axe-complaints.ts'

let page: Page

beforeAll(async () => {
  const app = await openApp({ quarter: 2 })
  page = app.page
  return app.close
})

const titles = ['Status over time', 'Done and planned, by outcome', 'Carried over, quarter by quarter', 'Monthly notes that are missing', 'How long goals have been held up'] as const
type Title = (typeof titles)[number]

const screen = (): Locator => page.getByRole('main', { name: 'Insights' })
const panel = (): Locator => page.getByRole('complementary')
const card = (title: Title): Locator => screen().getByRole('region', { name: title, exact: true })
const chart = (title: Title): Locator => card(title).getByRole('application', { name: title })
const readOut = (title: Title): Promise<string | null> => card(title).locator('[data-read-out]').textContent()
const behind = (title: Title): Locator => card(title).locator('[data-behind]')
const listed = (title: Title): Promise<readonly string[]> => behind(title).locator('[data-listed]').allTextContents()
const focused = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)

/** The rows of a chart's table, cell by cell. */
async function tableOf(title: Title): Promise<readonly (readonly string[])[]> {
  const button = card(title).getByRole('button', { name: 'Show as table' })
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
  const rows = await card(title).getByRole('row').all()
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()))
}

async function goTo(quarter: 1 | 2 | 3 | 4 | 5): Promise<void> {
  await page.keyboard.press(`Alt+${quarter}`)
  await expect.poll(() => screen().getByRole('heading', { level: 2 }).textContent()).toMatch(quarter === 5 ? /^Year/ : new RegExp(`^Q${quarter}`))
  await expect.poll(() => screen().getAttribute('aria-busy')).toBe('false')
}

beforeEach(async () => {
  await page.keyboard.press('Escape')
  await page.getByRole('navigation').getByRole('button', { name: 'Insights' }).click()
  await goTo(2)
})

test('[I30] a key leads to the insights, the address says so, and the quarter is switched without leaving them', async () => {
  await page.getByRole('navigation').getByRole('button', { name: 'Board' }).click()
  await page.getByRole('main', { name: 'Board' }).focus()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await screen().waitFor()
  expect(page.url()).toContain('/insights/2')
  await page.getByRole('radio', { name: /^Q3/ }).click()
  await expect.poll(() => page.url()).toContain('/insights/3')
  await page.reload()
  await screen().getByRole('heading', { name: /^Q3/ }).waitFor()
  await page.getByRole('radio', { name: 'Not scheduled' }).click()
  await screen().getByRole('button', { name: 'Show the year' }).click()
  await screen().getByRole('heading', { name: /^Year/ }).waitFor()
})

test('[I31] each chart has a sentence of its numbers, which names its figure', async () => {
  await expect.poll(() => screen().getByRole('figure', { name: '5 of 7 goals were done by December 31.' }).count()).toBe(1)
  await screen().getByRole('figure', { name: '3 of 5 outcomes have all goals done; outcome 1 has the longest way to go, with 0 of 1.' }).waitFor()
  await screen().getByRole('figure', { name: 'Of 7 goals planned for Q2, 5 are done and none was carried over.' }).waitFor()
  await screen().getByRole('figure', { name: /^4 of 15 monthly notes are missing/ }).waitFor()
  await screen().getByRole('figure', { name: 'No goal is blocked or stalled.' }).waitFor()
  await takePictures(page, 'insights')
  await goTo(3)
  await screen().getByRole('figure', { name: '1 of 8 goals was done by March 31; 2 were carried to Q4.' }).waitFor()
  await goTo(5)
  await screen().getByRole('figure', { name: '11 of 29 goals were done by June 30; 3 were carried to later quarters.' }).waitFor()
  await expect.poll(() => screen().getByRole('figure').count()).toBeGreaterThanOrEqual(5)
})

test('[I32] each value is reached by arrows, shown and said; Enter lists the goals behind it, and from there one opens', async () => {
  const title = 'Status over time'
  await chart(title).focus()
  await page.keyboard.press('Home')
  await expect.poll(() => readOut(title)).toBe('Oct 1: 7 goals, 5 To do, 1 Partially done, 1 Done')
  await expect.poll(() => page.getByRole('status').filter({ hasText: 'Oct 1: 7 goals' }).count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => readOut(title)).toBe('Oct 2: 3 of 7 goals To do')
  await page.keyboard.press('End')
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown')
  await expect.poll(() => readOut(title)).toBe('Dec 31: 5 of 7 goals Done')
  await takePicture(page, 'insights-cursor')
  await page.keyboard.press('Enter')
  await expect.poll(() => listed(title)).toHaveLength(5)
  await expect.poll(focused).toContain('Define metrics for incident reports')
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).toContain('Deploy blubberoid')
  await takePicture(page, 'insights-goals')
  await page.keyboard.press('Enter')
  await panel().getByRole('heading', { name: 'Deploy blubberoid' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(focused).toContain('Deploy blubberoid')
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe(title)
})

test('[I32] every chart is gone through by keys', async () => {
  await goTo(4)
  for (const [title, keys, said] of [
    ['Done and planned, by outcome', ['ArrowDown', 'ArrowLeft'], 'Outcome 3, Jun 29: 1 of 2 done'],
    ['Carried over, quarter by quarter', ['ArrowUp', 'ArrowRight'], 'Q3: Carried over once, 2 of 8 goals'],
    ['Monthly notes that are missing', ['Home', 'ArrowDown'], 'RelEng, Apr 2019: 2 of 5 notes are missing'],
    ['How long goals have been held up', ['End'], 'Graph where test time goes and rank what to improve: Blocked, since when is not known. No data before the runner is instrumented.'],
  ] as const) {
    await chart(title).focus()
    for (const key of keys) await page.keyboard.press(key)
    await expect.poll(() => readOut(title)).toBe(said)
  }
  await chart('Carried over, quarter by quarter').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => listed('Carried over, quarter by quarter')).toHaveLength(2)
  await chart('How long goals have been held up').focus()
  await page.keyboard.press('Enter')
  await panel().getByRole('heading', { name: 'Instrument the test runner for data collection' }).waitFor()
  await page.keyboard.press('Escape')
})

test('[I33] by the pointer the same values are read, and a click lists the goals', async () => {
  const title = 'Status over time'
  await chart(title).scrollIntoViewIfNeeded()
  const box = await chart(title).locator('svg').first().boundingBox()
  if (box === null) throw new Error('the chart is in sight')
  await page.mouse.move(box.x + 40, box.y + box.height - 40)
  await expect.poll(() => readOut(title)).toMatch(/^Oct 2: \d of 7 goals Done$/)
  await page.mouse.click(box.x + 40, box.y + box.height - 40)
  await expect.poll(() => behind(title).getByRole('heading').textContent()).toMatch(/^Done on Oct 2/)
  await behind(title).getByRole('button', { name: 'Close the list' }).click()
  await chart('Monthly notes that are missing').locator('[data-column="0"][data-row="0"]').click()
  await expect.poll(() => listed('Monthly notes that are missing')).toHaveLength(2)
  await chart('Done and planned, by outcome').locator('[data-row="2"] svg').hover({ position: { x: 30, y: 30 } })
  await expect.poll(() => readOut('Done and planned, by outcome')).toMatch(/^Outcome 3, Oct \d+: 1 of 3 done, 1 partially$/)
  await page.mouse.move(5, 5)
})

test('[I34] the table of a chart says what the chart does', async () => {
  const status = await tableOf('Status over time')
  expect(status[0]).toEqual(['Day', 'All goals', 'Done', 'Partially done', 'In progress', 'To do'])
  expect(status.at(-1)).toEqual(['Dec 31', '7', '5', '2', '0', '0'])
  await chart('Status over time').focus()
  await page.keyboard.press('Home')
  for (const [day = '', all, done, partly, progress, open] of status.slice(1)) {
    while (!((await readOut('Status over time')) ?? '').startsWith(`${day}:`)) await page.keyboard.press('ArrowRight')
    const parts = [[open, 'To do'], [progress, 'In progress'], [partly, 'Partially done'], [done, 'Done']].filter(([count]) => count !== '0').map(([count, name]) => `${count} ${name}`)
    expect(await readOut('Status over time')).toBe(`${day}: ${all} goals, ${parts.join(', ')}`)
  }
  const slips = await tableOf('Carried over, quarter by quarter')
  expect(slips.slice(1).map(([quarter, planned, done, carried]) => [quarter, planned, done, carried])).toEqual([['Q1', '4', '3', '1'], ['Q2', '7', '5', '0'], ['Q3', '8', '1', '2'], ['Q4', '10', '2', '0']])
})

test('[I35] [I38] outcomes and teams narrow the charts, which is said in words and taken back at once, also where nothing is left', async () => {
  await screen().getByRole('button', { name: 'Outcome', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: /^3 / }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => screen().textContent()).toContain('Only outcome 3. 4 goals are left out.')
  await screen().getByRole('figure', { name: '2 of 3 goals were done by December 31.' }).waitFor()
  await page.getByRole('region', { name: 'Teams' }).getByRole('button', { name: /^ServiceOps/ }).click()
  await expect.poll(() => screen().textContent()).toContain('Only outcome 3, team ServiceOps.')
  await screen().getByRole('button', { name: 'Count all goals' }).click()
  await screen().getByRole('figure', { name: '5 of 7 goals were done by December 31.' }).waitFor()
  await page.getByRole('region', { name: 'Outcomes' }).getByRole('button', { name: /^4/ }).click()
  await screen().getByText('The filter leaves out all 7 goals here.').waitFor()
  await screen().getByRole('button', { name: 'Count all goals' }).last().click()
  await screen().getByRole('figure', { name: '5 of 7 goals were done by December 31.' }).waitFor()
})

test('[I36] axe finds nothing in light and dark, and nothing scrolls sideways at 1280 and 1024', async () => {
  await goTo(4)
  await chart('Status over time').focus()
  await page.keyboard.press('Enter')
  await tableOf('Status over time')
  await tableOf('How long goals have been held up')
  expect(await axeInBothThemes(page, { within: 'main' })).toEqual([])
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(() => screen().evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
})

test('[I37] nobody acts by a letter on a goal that is not in sight', async () => {
  await page.getByRole('navigation').getByRole('button', { name: 'Board' }).click()
  await page.locator('[data-goal]').filter({ hasText: 'Deploy blubberoid' }).focus()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await screen().waitFor()
  for (const key of ['1', 'm', 'c', 'Delete', 'x']) await page.keyboard.press(key)
  expect(await page.locator('[data-overlay]').count()).toBe(0)
  await screen().getByRole('figure', { name: '5 of 7 goals were done by December 31.' }).waitFor()
})
