import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openApp, saved, takePictures, undo } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'

let app: Awaited<ReturnType<typeof openApp>>
let page: Page

beforeAll(async () => {
  app = await openApp({ quarter: 2, bypassCSP: false })
  page = app.page
})

afterAll(async () => {
  await app.close()
})

const screen = (): Locator => page.getByRole('main', { name: 'Check-in' })
const pane = (): Locator => screen().locator('[data-checkin-pane]')
const title = (): Promise<string> => pane().getByRole('heading', { level: 2 }).innerText()
const row = (name: string | RegExp): Locator => screen().getByRole('list', { name: 'Goals of this month' }).getByRole('button', { name })
const note = (): Locator => pane().getByRole('textbox', { name: 'Note', exact: true })
const status = (name: string): Locator => pane().getByRole('group', { name: 'Status' }).getByRole('button', { name, exact: true })
const isChosen = (name: string): Promise<string | null> => status(name).getAttribute('aria-pressed')
const sideBar = (): Locator => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Check-in/ })

async function chooseMonth(name: string): Promise<void> {
  await screen().getByRole('combobox', { name: 'Month' }).click()
  await page.getByRole('option', { name }).click()
}

test('[N16] [N17] [N18] [N19] [N22] [N26] a check-in by keys alone, from the board to how it stands', async () => {
  await expect.poll(() => sideBar().innerText()).toContain('2 due')
  await page.getByRole('main', { name: 'Board' }).focus()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await screen().getByRole('heading', { name: 'June check-in' }).waitFor()
  await expect.poll(() => screen().innerText()).toContain('7 of 9 goals have a note this month')
  await expect.poll(title).toContain('Graph where test time goes')
  await pane().and(page.locator(':focus')).waitFor()
  // there is nothing to save yet
  await page.keyboard.press('Control+Enter')
  await page.getByText('Nothing to save yet', { exact: false }).first().waitFor()
  // a digit chooses, a letter begins the note, and Alt with a digit chooses within it
  await page.keyboard.press('5')
  await expect.poll(() => isChosen('Stalled')).toBe('true')
  await page.keyboard.type('Graphs wait for 3 disks.')
  await expect.poll(() => note().inputValue()).toBe('Graphs wait for 3 disks.')
  await page.keyboard.press('Alt+4')
  await expect.poll(() => isChosen('Blocked')).toBe('true')
  await page.keyboard.press('Alt+s')
  await page.getByText('A note is begun here.', { exact: false }).first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type(' No room in the rack.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('SRE')
  await page.keyboard.press('Control+Enter')
  // the next one without a note, of which nothing was ever said
  await expect.poll(title).toContain('Prepare the pipeline')
  await expect.poll(() => sideBar().innerText()).toContain('1 due')
  await page.keyboard.press('Alt+s')
  await page.getByText('Nothing was said of this goal before', { exact: false }).first().waitFor()
  await page.keyboard.type('Ideas are being gathered.')
  await page.keyboard.press('Control+Enter')
  await pane().getByRole('heading', { name: 'Every goal has a note for June' }).waitFor()
  expect(await pane().innerText()).toContain('2 notes were written just now. 9 of 9 goals have a note this month.')
  await expect.poll(() => sideBar().innerText()).not.toContain('due')
  // one step to undo: the note with its status and reason
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => sideBar().innerText()).toContain('2 due')
  await pane().getByRole('heading', { name: '2 goals have no note for June yet' }).waitFor()
  expect(await pane().getByRole('region', { name: 'RelEng' }).getByRole('listitem').count()).toBe(2)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => sideBar().innerText()).toContain('1 due')
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(title).toContain('Graph where test time goes')
  await expect.poll(() => pane().innerText()).toMatch(/Jun 2019\s+Blocked\s+Graphs wait for 3 disks\./)
  expect(await pane().getByRole('textbox', { name: 'Reason' }).inputValue()).toContain('No room in the rack.')
  expect(await pane().getByRole('textbox', { name: 'Waiting on' }).inputValue()).toBe('SRE')
})

test('[N20] [N21] [N23] skipping and going back lose nothing that is half typed, nor does another screen, nor a reload', async () => {
  await chooseMonth('May 2019')
  await expect.poll(() => page.url()).toContain('/checkin/2/2019-05')
  await pane().waitFor()
  const first = await title()
  await row(first).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('6')
  await page.keyboard.type('Half a not')
  await page.keyboard.press('Alt+n')
  await expect.poll(title).not.toBe(first)
  expect(await row(first).innerText()).not.toContain('has a note')
  await page.keyboard.type('Another half')
  const second = await title()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(second)
  // there letters are the app's
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.getByRole('main', { name: 'Board' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect.poll(title).toBe(second)
  await expect.poll(() => note().inputValue()).toBe('Another half')
  await saved(page)
  await page.reload()
  await pane().waitFor()
  await screen().getByRole('heading', { name: 'May check-in' }).waitFor()
  await expect.poll(title).toBe(first)
  expect([await note().inputValue(), await isChosen('Done')]).toEqual(['Half a not', 'true'])
  // arrows walk the list, and what is walked to is shown
  await row(first).focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(title).toBe(second)
  await row(first).click()
  await note().fill('')
  await page.keyboard.press('Escape')
})

test('[N19] what was said last month is said again by one key', async () => {
  await chooseMonth('May 2019')
  await row(/^5\.1\s+Upgrade/).waitFor()
  await chooseMonth('Nov 2018')
  await row(/^2\.3/).click()
  await pane().getByRole('button', { name: 'Same as October' }).click()
  await row(/^2\.3/).click()
  await expect.poll(() => pane().innerText()).toMatch(/Nov 2018\s+To do\s+Not begun yet\./)
  expect(await isChosen('To do')).toBe('true')
  await undo(page)
  await expect.poll(() => pane().innerText()).not.toMatch(/Nov 2018\s+To do/)
})

test('[N24] [N25] one note about several goals at once, by mouse, and it says of each what it states', async () => {
  await chooseMonth('Apr 2019')
  await row(/^5\.1\s+Put a Helm/).click()
  await pane().getByRole('button', { name: 'All 2 goals of 5.1' }).click()
  await pane().getByRole('heading', { name: 'All goals of 5.1' }).waitFor()
  await pane().getByRole('button', { name: /^Status of Put a Helm/ }).click()
  await page.getByRole('menuitemradio', { name: 'Stalled' }).click()
  await note().fill('Spring cleaning first.')
  await takePictures(page, 'checkin-several')
  await pane().getByRole('button', { name: 'Save and next' }).click()
  await expect.poll(() => row(/^5\.1.*has a note/s).count()).toBe(2)
  await row(/^5\.1\s+Put a Helm/).click()
  await expect.poll(() => pane().innerText()).toMatch(/Apr 2019\s+Stalled\s+all goals of 5\.1\s+Spring cleaning first\./)
  await row(/^5\.1\s+Upgrade/).click()
  await expect.poll(() => pane().innerText()).toMatch(/Apr 2019\s+In progress\s+all goals of 5\.1\s+Spring cleaning first\./)
  // where the goal itself is looked at
  await page.keyboard.press('Alt+4')
  await page.getByRole('radio', { name: /^Q4/ }).click()
  await page.locator('[data-goal]').filter({ hasText: 'Put a Helm' }).click()
  const told = page.getByRole('complementary', { name: /^Goal: / }).getByRole('region', { name: 'Notes' }).getByRole('listitem').filter({ hasText: 'Spring cleaning' })
  await told.getByText('Stalled').waitFor()
  // and on paper
  await told.getByRole('button').first().focus()
  await page.emulateMedia({ media: 'print' })
  await page.locator('[data-sheet="goal"] article').filter({ hasText: 'Spring cleaning' }).getByText('Stalled').waitFor()
  await page.emulateMedia({ media: null })
  await page.locator('[data-sheet="goal"]').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await undo(page)
})

test('[N28] the notes of before a goal was carried over are one key away', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await chooseMonth('Jun 2019')
  await row(/Graph where/).click()
  expect(await pane().innerText()).not.toContain('In danger this quarter')
  await page.keyboard.press('Alt+c')
  await expect.poll(() => pane().innerText()).toContain('In danger this quarter')
  await page.keyboard.press('Alt+c')
  await expect.poll(() => pane().innerText()).not.toContain('In danger this quarter')
})

test('[N27] axe finds nothing in light and dark, and nothing scrolls sideways at 1024 pixels', async () => {
  for (const [colorScheme, width] of [['light', 1280], ['dark', 1024]] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 700 })
    for (const step of ['goal', 'all', 'summary'] as const) {
      await row(/^5\.1\s+Put a Helm/).click()
      await expect.poll(title).toContain('Put a Helm')
      if (step !== 'goal') await page.keyboard.press(step === 'all' ? 'Alt+a' : 'Alt+Enter')
      if (step === 'all') await pane().getByRole('heading', { name: 'All goals of 5.1' }).waitFor()
      if (step === 'summary') await pane().getByRole('heading', { name: /no note for|has a note for/ }).waitFor()
      if (step === 'goal') await page.keyboard.press('4')
      expect({ step, colorScheme, found: await axeComplaints(page) }).toEqual({ step, colorScheme, found: [] })
      expect({ step, sideways: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth) }).toEqual({ step, sideways: false })
    }
  }
  await page.emulateMedia({ colorScheme: null })
})
