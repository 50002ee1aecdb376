import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpComputer, takePicture, takePictures, undo, type Computer, type OpenApp } from './app.ts'
import { axeInBothThemes } from './axe-complaints.ts'
import { openSet } from './open-text.ts'
import { manyGoals, teamsPlan } from './teams-plan.ts'

let computer: Computer
let app: OpenApp
let page: Page

beforeAll(async () => {
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } })
  page = app.page
  await openSet(page, 'teams.plan.json', teamsPlan())
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await page.locator('[data-goal]').first().waitFor()
})

afterAll(async () => {
  await computer.remove()
})

const screen = (): Locator => page.getByRole('main', { name: 'Teams' })
const names = (): Locator => screen().getByRole('list', { name: /^(Teams|Owners)$/ }).getByRole('button')
const pane = (name: string): Locator => screen().getByRole('region', { name, exact: true })
const listing = (title: string): Locator => screen().locator('section').filter({ has: page.getByRole('heading', { name: new RegExp(`^${title}`) }) }).last()
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
const filters = (): Locator => page.getByRole('toolbar', { name: 'Filters' })
const counts = (): Promise<string | null> => page.locator('[data-board-counts]').textContent()
const isSideways = (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

async function goTo(letter: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(letter)
}

test('[P11] keys lead to the teams, from one to the next, and into the goals of the one that is chosen', async () => {
  await goTo('t')
  await pane('RelEng').waitFor()
  await expect.poll(focused).toMatch(/^RelEng3/)
  expect((await names().allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(['RelEng', 'SRE', 'ServiceOps', 'Data centre operations and hardware procurement', 'Nobody'])
  await expect.poll(() => listing('In progress').getByRole('button').allInnerTexts()).toEqual([expect.stringMatching(/^TEC3 1\.1[\s\S]*verify stage[\s\S]*The namespace is there[\s\S]*no note since Nov 7/), expect.stringMatching(/^TEC13 1\.1[\s\S]*code health metric[\s\S]*no note yet/)])
  await page.keyboard.press('ArrowDown')
  await pane('SRE').waitFor()
  await expect.poll(() => names().nth(1).innerText()).toMatch(/3 to answer/)
  await page.keyboard.press('ArrowRight')
  await expect.poll(focused).toMatch(/^TEC3 1\.1Run the verify stage/)
  await page.keyboard.press('End')
  await expect.poll(focused).toMatch(/^TEC3 1\.1Move two racks/)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(focused).toMatch(/^SRE/)
})

test('[P12] what is asked of a team is accepted by a key or a button, taken back, undone', async () => {
  const asked = listing('Waiting on us')
  const row = (title: string): Locator => asked.locator('[data-ask]').filter({ hasText: title })
  await expect.poll(() => row('Deploy to a canary first').innerText()).toMatch(/Blocked · RelEng · Q2 · waits for the SRE team, after the holidays · since Oct 2[\s\S]*not racked[\s\S]*Not yet/)
  await expect.poll(() => row('Roll out').innerText()).toMatch(/To do · ServiceOps · Q3 · needs “Rack the new hosts” · since Oct 2/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('a')
  await expect.poll(() => row('verify stage').innerText()).toMatch(/Accepted/)
  await expect.poll(focused).toMatch(/^TEC3 1\.1Run the verify stage/)
  await expect.poll(() => names().nth(1).innerText()).toMatch(/2 to answer/)
  await page.keyboard.press('a')
  await expect.poll(() => row('verify stage').innerText()).toMatch(/Not yet/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => row('verify stage').innerText()).toMatch(/Accepted/)
  await row('canary').getByRole('button', { name: 'Accept what “Deploy to a canary first” needs' }).click()
  await expect.poll(() => row('canary').innerText()).toMatch(/Accepted[\s\S]*Take back/)
  await undo(page)
  await expect.poll(() => row('canary').innerText()).toMatch(/Not yet/)
  await names().first().click()
  await expect.poll(() => listing('We wait for').innerText()).toMatch(/needs SRE[\s\S]*Accepted/)
  await expect.poll(() => listing('We wait for').innerText()).toMatch(/needs Data centre operations[\s\S]*Not yet/)
})

test('[P16] [P17] the teams with a goal beside them: nothing that axe finds in light and dark, nothing sideways; the panel and the card say what was accepted', async () => {
  await listing('In progress').getByRole('button', { name: /verify stage/ }).click()
  const panel = page.getByRole('complementary', { name: /^Goal: Run the verify stage/ })
  await panel.getByText('accepted', { exact: true }).waitFor()
  await expect.poll(() => panel.getByText('not yet', { exact: true }).count()).toBe(1)
  expect(await axeInBothThemes(page)).toEqual([])
  await takePictures(page, 'teams')
  await page.setViewportSize({ width: 1024, height: 720 })
  await expect.poll(isSideways).toBe(false)
  await takePicture(page, 'teams-narrow')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect.poll(isSideways).toBe(false)
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('[P14] a goal is opened and closed by keys, and one whose status changes takes the focus along', async () => {
  await listing('In progress').getByRole('button', { name: /code health metric/ }).focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: /^Goal: Choose a code health metric/ })
  await panel.waitFor()
  await page.locator('aside:focus, aside :focus').waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await expect.poll(focused).toMatch(/^TEC13 1\.1Choose a code health metric/)
  await page.keyboard.press('6')
  await listing('Done').getByRole('button', { name: /code health metric/ }).waitFor()
  await expect.poll(focused).toMatch(/^TEC13 1\.1Choose a code health metric/)
  await page.keyboard.press('Control+z')
  await listing('In progress').getByRole('button', { name: /code health metric/ }).waitFor()
})

test('[P13] [P15] another quarter, the owners, nobody; and from there to the board', async () => {
  await page.getByRole('radio', { name: /^Q3/ }).click()
  await names().nth(2).click()
  await expect.poll(() => pane('ServiceOps').innerText()).toMatch(/1 goal, Q3 Jan–Mar 2019/)
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await page.getByRole('radio', { name: 'Owners' }).click()
  await expect.poll(() => names().allInnerTexts()).toEqual([expect.stringMatching(/^Build lead/), expect.stringMatching(/^Ops lead/), expect.stringMatching(/^Nobody/)])
  await names().nth(2).click()
  await expect.poll(() => pane('Nobody').innerText()).toMatch(/3 goals[\s\S]*have no owner/)
  await names().first().click()
  await pane('Build lead').getByRole('button', { name: 'Show on the board' }).click()
  await expect.poll(counts).toBe('1 goal, 0 done, 4 hidden by the filter')
  await expect.poll(() => page.locator('[data-goal]').filter({ hasText: 'verify stage' }).innerText()).toMatch(/needs SRE\s*: accepted/)
  await page.keyboard.press('Control+k')
  await page.locator('[data-overlay] :focus').waitFor()
  await page.keyboard.type('Teams and owners')
  await page.keyboard.press('Enter')
  await screen().waitFor()
  await page.getByRole('radio', { name: 'Teams', exact: true }).click()
  await names().last().click()
  await pane('Nobody').getByRole('button', { name: 'Show on the board' }).click()
  await filters().getByRole('button', { name: 'No team' }).waitFor()
  await expect.poll(counts).toBe('1 goal, 0 done, 4 hidden by the filter')
})

test('[P20] the board is narrowed by owner and program from its bar, which stays in one line', async () => {
  await filters().getByRole('button', { name: 'Clear' }).click()
  const choose = async (menu: string, name: RegExp): Promise<void> => {
    await filters().getByRole('button', { name: menu, exact: true }).click()
    await page.getByRole('menuitemcheckbox', { name }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }
  await choose('Owner', /^Ops lead/)
  await expect.poll(counts).toBe('1 goal, 0 done, 4 hidden by the filter')
  await choose('Ops lead', /^No owner/)
  await choose('Program', /^TEC13 Code health/)
  await expect.poll(counts).toBe('2 goals, 0 done, 3 hidden by the filter')
  const lines = (): Promise<number> => filters().evaluate((bar) => new Set([...bar.children].map((part) => Math.round((part.getBoundingClientRect().top + part.getBoundingClientRect().bottom) / 12))).size)
  await expect.poll(lines).toBe(1)
  await takePicture(page, 'board-filters')
  await page.setViewportSize({ width: 1024, height: 720 })
  await expect.poll(isSideways).toBe(false)
  await expect.poll(lines).toBeLessThanOrEqual(2)
  expect(await filters().evaluate((bar) => [...bar.querySelectorAll('button')].every((button) => button.getBoundingClientRect().right <= innerWidth && button.scrollWidth <= button.clientWidth + 1))).toBe(true)
  await takePicture(page, 'board-filters-narrow')
  await page.setViewportSize({ width: 1280, height: 800 })
  await filters().getByRole('button', { name: 'Clear' }).click()
})

test('[P21] [P22] one of several programs is chosen at the side or by a command, and narrows outcomes and board; shown together, cards say whose they are', async () => {
  const side = page.getByRole('region', { name: 'Overview' })
  const outcomes = (): Promise<readonly string[]> => side.getByRole('region', { name: 'Outcomes' }).getByRole('button').allInnerTexts()
  const heads = async (): Promise<readonly string[]> => (await page.locator('[data-goal]').allInnerTexts()).map((text) => text.split('\n')[0] ?? '').toSorted()
  await expect.poll(heads).toEqual(['TEC13', 'TEC13', 'TEC3', 'TEC3', 'TEC3'])
  await side.getByRole('combobox', { name: 'Program shown' }).click()
  await page.getByRole('option', { name: 'TEC3 Deployment Pipeline' }).click()
  await expect.poll(counts).toBe('3 goals, 1 done, 2 hidden by the filter')
  await expect.poll(outcomes).toEqual([expect.stringMatching(/Deploys are safe/)])
  await expect.poll(heads).toEqual(['1.1', '1.1', '1.1'])
  const next = async (): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.locator('[data-overlay] :focus').waitFor()
    await page.keyboard.type('Next program')
    await page.keyboard.press('Enter')
    await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  }
  await next()
  await expect.poll(outcomes).toEqual([expect.stringMatching(/Code is healthy/)])
  await expect.poll(() => page.locator('[aria-live]').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Shown: TEC13 Code health')]))
  await next()
  await expect.poll(counts).toBe('5 goals, 1 done')
})

test('[P13] among many owners one is found by its letters, by the key that searches', async () => {
  await openSet(page, 'many.plan.json', manyGoals(60))
  await page.getByRole('button', { name: /^Many goals/ }).waitFor()
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await goTo('t')
  await page.getByRole('radio', { name: 'Owners' }).click()
  await expect.poll(() => names().count()).toBe(13)
  await names().first().focus()
  await page.keyboard.press('/')
  await page.getByRole('textbox', { name: 'Find an owner' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('son 7')
  await expect.poll(() => names().allInnerTexts()).toEqual([expect.stringMatching(/^Person 7/)])
  await pane('Person 7').waitFor()
  await page.keyboard.type('7')
  await screen().getByText('Nobody has this name.').waitFor()
})
