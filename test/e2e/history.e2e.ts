import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openApp, saved, takePicture, takePictures, undo } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'

let page: Page

beforeAll(async () => {
  const app = await openApp({ quarter: 2, bypassCSP: false })
  page = app.page
  return app.close
})

const slider = (): Locator => page.getByRole('slider', { name: 'Moment' })
const screen = (): Locator => page.getByRole('main', { name: 'History' })
const panel = (): Locator => page.getByRole('complementary')
const column = (name: string): Locator => screen().getByRole('region', { name: new RegExp(`^${name},`) })
const moment = (name: string): Locator => screen().getByRole('listitem').getByRole('button', { name: new RegExp(`^${name}`) })
const valueText = (): Promise<string | null> => slider().getAttribute('aria-valuetext')

/** Goes to the history as a person does, in a quarter, and back to now. */
async function lookBack(quarter: 1 | 2 | 3 | 4 = 2): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('navigation').getByRole('button', { name: 'History' }).click()
  await page.keyboard.press(`Alt+${quarter}`)
  await screen().getByRole('radio', { name: 'Board' }).click()
  await slider().press('End')
}

beforeEach(() => lookBack())

test('[T20] a key leads to the history, the address says so, and the slider has the focus and begins with now', async () => {
  await page.getByRole('navigation').getByRole('button', { name: 'Board' }).click()
  await page.getByRole('main', { name: 'Board' }).focus()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await screen().waitFor()
  expect(page.url()).toContain('/history/2')
  await expect.poll(valueText).toBe('Now, the plan as it is')
  await expect.poll(() => screen().textContent()).toContain('Move the slider, or choose a moment, to look back.')
  await goTo('Nov 7, 2018')
  await expect.poll(() => page.url()).toContain('/history/2/2018-11-07')
  await page.reload()
  await screen().waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('range')
  await expect.poll(valueText).toMatch(/^Nov 7, 2018/)
})

test('[T21] arrows go by moment, Page Up and Page Down by a month, Home and End to the first and to now', async () => {
  await slider().focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(valueText).toBe('Jun 13, 2019, 4 notes, goals page of that day')
  await page.keyboard.press('ArrowDown')
  await expect.poll(valueText).toMatch(/^Jun 4, 2019/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('PageDown')
  await expect.poll(valueText).toMatch(/^May 7, 2019/)
  await page.keyboard.press('PageUp')
  await expect.poll(valueText).toMatch(/^Jun 13, 2019/)
  await page.keyboard.press('Home')
  await expect.poll(valueText).toMatch(/^Jul 1, 2018, start/)
  await page.keyboard.press('End')
  await expect.poll(valueText).toMatch(/^Now/)
})

test('[T21] the slider is dragged by the pointer, and a moment of the list is chosen by a click and by arrows', async () => {
  const box = await slider().boundingBox()
  if (box === null) throw new Error('the slider is in sight')
  await page.mouse.move(box.x + box.width - 8, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 20; step += 1) await page.mouse.move(box.x + box.width - 8 - (step * (box.width - 16)) / 20, box.y + box.height / 2)
  await page.mouse.up()
  await expect.poll(valueText).toMatch(/^Jul 1, 2018, start/)
  await moment('Now').scrollIntoViewIfNeeded()
  await moment('Jun 4, 2019').click()
  await expect.poll(valueText).toMatch(/^Jun 4, 2019/)
  await page.keyboard.press('ArrowDown')
  await expect.poll(valueText).toMatch(/^May 7, 2019/)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('May 7, 2019')
})

test('[T22] the board shows statuses of then, and no note that was not there yet', async () => {
  await goTo('Nov 7, 2018')
  await expect.poll(() => screen().textContent()).toContain('As it was on Nov 7, 2018. Nothing can be changed here.')
  const card = column('In progress').getByRole('group', { name: /Formalize the collection/ })
  await expect.poll(() => card.textContent()).toContain('Percentiles of CI run time')
  await expect.poll(() => card.textContent()).toContain('Nov 7')
  await expect.poll(() => column('In progress').textContent()).toContain('Define metrics for incident reports')
  expect(await screen().textContent()).not.toContain('The metrics are collected')
  await takePictures(page, 'history-november')
  await slider().press('Home')
  await expect.poll(() => column('To do').getByRole('group').count()).toBeGreaterThan(3)
  expect(await screen().textContent()).not.toContain('Percentiles')
  await slider().press('End')
  await column('Partially done').getByRole('group', { name: /Formalize the collection/ }).waitFor()
})

test('[T23] the quarter is switched without leaving the history', async () => {
  await goTo('Jan 10, 2019')
  await page.keyboard.press('Alt+3')
  await column('In progress').getByRole('group').first().waitFor()
  await expect.poll(() => screen().isVisible()).toBe(true)
  await page.getByRole('radio', { name: 'Year' }).click()
  await expect.poll(() => screen().getByRole('group').count()).toBeGreaterThan(10)
  await expect.poll(() => screen().isVisible()).toBe(true)
  await takePicture(page, 'history-year')
})

test('[T24] nothing can be changed: no key does anything to the plan, and what can be undone stays', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.locator('[data-goal]').filter({ hasText: 'Deploy blubberoid' }).focus()
  await page.keyboard.press('5')
  await page.keyboard.press('Escape')
  await saved(page)
  const before = await statusOfBlubberoid(page)
  expect(before).toBe('Stalled')
  await lookBack()
  await goTo('Dec 6, 2018')
  await screen().getByRole('group', { name: /Deploy blubberoid/ }).focus()
  for (const key of ['1', '7', 'c', 'e', 'F2', 'n', 'm', 'x', 'Delete', 'Alt+ArrowLeft', 'Alt+ArrowUp', 'Control+z', 'Control+Shift+z', ' ']) {
    await page.keyboard.press(key)
    expect(await page.locator('[data-overlay], [role="menu"]').count()).toBe(0)
  }
  await page.keyboard.press('Control+k')
  expect(await page.getByRole('option', { name: /^(Undo|New goal|Set to|Rename|Delete)/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
  expect(await screen().locator('input:not([type="range"], [type="radio"]), textarea, [contenteditable="true"], [draggable="true"]').count()).toBe(0)
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect.poll(() => statusOfBlubberoid(page)).toBe(before)
  await undo(page)
  await expect.poll(() => statusOfBlubberoid(page)).toBe('Done')
})

test('[T25] a goal is opened as it was, with the notes of then, and from there as it is today', async () => {
  await goTo('Nov 7, 2018')
  await screen().getByRole('group', { name: /Formalize the collection/ }).focus()
  await page.keyboard.press('Enter')
  await panel().getByRole('heading', { name: /Formalize the collection/ }).waitFor()
  const text = await panel().textContent()
  expect(text).toContain('As it was on Nov 7, 2018.')
  expect(text).toContain('In progress')
  expect(text).toContain('Started.')
  expect(text).not.toContain('a way to look at them is missing')
  expect(await panel().locator('input, textarea, [contenteditable="true"]').count()).toBe(0)
  await takePictures(page, 'history-goal')
  expect(await axeComplaints(page)).toEqual([])
  await slider().press('Home')
  await expect.poll(() => panel().textContent()).toContain('No notes yet.')
  await panel().getByRole('button', { name: 'Open it as it is today' }).click()
  await page.getByRole('main', { name: 'Board' }).waitFor()
  await expect.poll(() => panel().textContent()).toContain('a way to look at them is missing')
  await page.keyboard.press('Escape')
})

test('[T26] the tree shows the plan of then, and is walked by keys', async () => {
  await goTo('Nov 7, 2018')
  await screen().getByRole('radio', { name: 'Plan' }).click()
  const tree = screen().getByRole('tree')
  await tree.getByRole('treeitem').first().focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => tree.getByRole('treeitem').count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => tree.getByRole('treeitem').count()).toBeGreaterThan(5)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-level'))).toBe('2')
  await takePictures(page, 'history-plan')
  expect(await axeComplaints(page)).toEqual([])
})

test('[T27] two moments are compared: with the one before, with now, with one that is picked', async () => {
  await goTo('Nov 7, 2018')
  await screen().getByRole('radio', { name: 'What changed' }).click()
  await screen().getByRole('heading', { name: 'From Oct 2, 2018 to Nov 7, 2018' }).waitFor()
  const changed = screen().getByRole('group', { name: /./ }).filter({ hasText: 'incident reports' })
  await expect.poll(() => changed.first().textContent()).toContain('In progress')
  await takePictures(page, 'history-changes')
  await screen().getByRole('combobox', { name: 'Compared with' }).click()
  await page.getByRole('option', { name: 'Now' }).click()
  await screen().getByRole('heading', { name: 'From Nov 7, 2018 to Now' }).waitFor()
  const row = screen().getByRole('listitem').filter({ hasText: 'incident reports' }).filter({ hasText: 'Done' }).first()
  await row.getByRole('button').click()
  await expect.poll(() => panel().textContent()).toContain('As it was on Nov 7, 2018.')
  await expect.poll(() => panel().textContent()).toContain('In progress')
  await panel().getByRole('button', { name: 'Close' }).click()
  await moment('Sep 14, 2018').hover()
  await screen().getByRole('button', { name: 'Compare with Sep 14, 2018' }).click()
  await screen().getByRole('heading', { name: 'From Sep 14, 2018 to Nov 7, 2018' }).waitFor()
  await slider().press('Home')
  await screen().getByRole('heading', { name: 'From Jul 1, 2018, start to Sep 14, 2018' }).waitFor()
})

test('[T28] axe finds nothing, in light and dark, and nothing scrolls sideways', async () => {
  await goTo('Nov 7, 2018')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const tab of ['Board', 'Plan', 'What changed']) {
      await screen().getByRole('radio', { name: tab }).click()
      expect({ tab, colorScheme, found: await axeComplaints(page, { coloursOnly: colorScheme === 'dark' }) }).toEqual({ tab, colorScheme, found: [] })
      expect({ tab, sideways: await page.evaluate(() => document.documentElement.scrollWidth > innerWidth) }).toEqual({ tab, sideways: false })
    }
  }
  await page.emulateMedia({ colorScheme: null })
})

async function goTo(name: string): Promise<void> {
  await slider().press('Home')
  for (let step = 0; step < 40; step += 1) {
    if ((await valueText())?.startsWith(name) === true) return
    await slider().press('ArrowRight')
  }
  throw new Error(`there is no moment ${name}`)
}

/** In which column of today's board the card stands. */
async function statusOfBlubberoid(on: Page): Promise<string | undefined> {
  const region = on.getByRole('main', { name: 'Board' }).getByRole('region').filter({ has: on.locator('[data-goal]').filter({ hasText: 'Deploy blubberoid' }) })
  return (await region.getAttribute('aria-label'))?.split(',')[0]
}
