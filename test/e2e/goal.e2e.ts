import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openApp, saved, undo, type OpenApp } from './app.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let page: Page

beforeAll(async () => {
  app = await openApp({ quarter: 2 })
  page = app.page
})

afterEach(async () => {
  await closePanel()
})

afterAll(async () => {
  await app.close()
})

const adopt = 'Adopt more services into the pipeline'
const card = (title: string, on: Page = page): Locator => on.locator('[data-goal]').filter({ hasText: title })
const panel = (on: Page = page): Locator => on.getByRole('complementary', { name: /^Goal: / })
const inPanel = (role: 'button' | 'textbox' | 'combobox', name: string | RegExp): Locator => panel().getByRole(role, { name })
const subGoalTitles = (): Promise<readonly string[]> => panel().getByRole('region', { name: 'Sub-goals' }).getByRole('listitem').allInnerTexts()

async function open(title: string, on: Page = page): Promise<void> {
  await card(title, on).first().click()
  await panel(on).waitFor()
}

async function closePanel(): Promise<void> {
  while ((await panel().count()) > 0) {
    // it may be on its way out already, and then there is nothing to press
    await panel().getByRole('button', { name: 'Close' }).click({ timeout: 500 }).catch(() => undefined)
  }
}

test('[U36] Enter on a card opens its goal with the focus in the panel, and Escape brings the focus back', async () => {
  await card('Define metrics').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await panel().waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('aside[aria-label^="Goal"]') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => panel().count()).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('Define metrics')
})

test('[U37] title, owner, teams, tasks and description are edited by keyboard alone and are there after a reload', async () => {
  await open(adopt)
  await inPanel('button', /^Title: Adopt/).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.type(', all of them')
  await page.keyboard.press('Enter')
  await inPanel('button', /^Owner/).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Release Engineering')
  await page.keyboard.press('Enter')
  await inPanel('button', 'Change teams').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Traffic')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await inPanel('button', 'Change tasks').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('https://tracker.example/T207200')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await inPanel('button', /Description/).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('All **services**, <b>soon</b>')
  await page.keyboard.press('Control+Enter')
  await inPanel('button', 'Stretch').focus()
  await page.keyboard.press('Space')
  await saved(page)
  await page.reload()
  await panel().waitFor()
  const text = await panel().innerText()
  for (const part of [`${adopt}, all of them`, 'Release Engineering', 'Traffic', 'T207200', 'All services, <b>soon</b>']) expect(text).toContain(part)
  await expect.poll(() => inPanel('button', 'Stretch').getAttribute('aria-pressed')).toBe('true')
  await expect.poll(() => panel().locator('strong').innerText()).toBe('services')
})

test('[U38] Blocked asks for a reason in the panel, and no answer is needed', async () => {
  await open('Define metrics')
  await inPanel('button', /^Status: /).focus()
  await page.keyboard.press('4')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Reason')
  await page.keyboard.press('Escape')
  await inPanel('button', 'Status: Blocked').waitFor()
  await inPanel('button', /^Reason/).click()
  await page.keyboard.type('No hardware')
  await page.keyboard.press('Control+Enter')
  await card('Define metrics').getByText('No hardware').waitFor()
  for (let step = 0; step < 2; step += 1) await undo(page)
  await inPanel('button', 'Status: Done').waitFor()
})

test('[U30] a note that is half written outlives the panel, another goal and a reload', async () => {
  const note = inPanel('textbox', 'New note')
  await open('Define metrics')
  await note.click()
  await page.keyboard.type('Half a sen')
  await page.keyboard.press('Escape')
  await expect.poll(() => panel().count()).toBe(0)
  await open(adopt)
  await expect.poll(() => note.inputValue()).toBe('')
  await open('Define metrics')
  await expect.poll(() => note.inputValue()).toBe('Half a sen')
  await page.reload()
  await panel().waitFor()
  await expect.poll(() => note.inputValue()).toBe('Half a sen')
  await note.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
})

test('[U41] a note is written with a month and a status, edited, deleted, and comes back', async () => {
  await open(adopt)
  const items = panel().getByRole('region', { name: 'Notes' }).getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Edit the note/ }) })
  const before = await items.count()
  await inPanel('textbox', 'New note').click()
  await page.keyboard.type('Percentiles were *presented*.')
  await panel().getByLabel('Date of the note', { exact: true }).fill('2018-12')
  await inPanel('combobox', 'Status the note states').click()
  await page.getByRole('option', { name: 'In progress' }).click()
  await inPanel('button', /^Save the note/).click()
  await expect.poll(() => items.count()).toBe(before + 1)
  await expect.poll(() => items.first().innerText()).toMatch(/Dec 2018\s+In progress\s+Percentiles were presented\./)
  await inPanel('button', 'Status: In progress').waitFor()
  await items.first().getByRole('button', { name: /^Edit/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' Twice.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => items.first().innerText()).toContain('presented. Twice.')
  await items.first().getByRole('button', { name: /^Delete/ }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => items.count()).toBe(before)
  await undo(page)
  await expect.poll(() => items.count()).toBe(before + 1)
})

test('[U40] sub-goals are added one after the other, moved with the focus on them, and come back when deleted', async () => {
  await open(adopt)
  await inPanel('textbox', 'New sub-goal').click()
  for (const title of ['First new', 'Second new']) {
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
  }
  await expect.poll(async () => (await subGoalTitles()).slice(-2)).toEqual(['First new', 'Second new'])
  const before = await subGoalTitles()
  await inPanel('button', 'Sub-goal: Second new').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(subGoalTitles).toEqual([...before.slice(0, -2), 'Second new', 'First new'])
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Sub-goal: Second new')
  await inPanel('button', 'Actions for Second new').click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(subGoalTitles).toEqual([...before.slice(0, -2), 'First new'])
  await undo(page)
  await expect.poll(subGoalTitles).toEqual([...before.slice(0, -2), 'Second new', 'First new'])
})

test('[B26] a sub-goal deleted in the panel tells how many goals went with it', async () => {
  await open(adopt)
  await inPanel('textbox', 'New sub-goal').click()
  await page.keyboard.type('Has one below')
  await page.keyboard.press('Enter')
  await inPanel('button', 'Open Has one below').click()
  await inPanel('textbox', 'New sub-goal').click()
  await page.keyboard.type('Is below')
  await page.keyboard.press('Enter')
  await inPanel('button', 'Sub-goal: Is below').waitFor()
  await open(adopt)
  await inPanel('button', 'Actions for Has one below').click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const toast = page.getByRole('dialog').filter({ hasText: 'Deleted' })
  await expect.poll(() => toast.innerText()).toContain('with a goal below')
  for (let step = 0; step < 3; step += 1) await undo(page)
})

test('[U39] an edit in another window leaves what is being typed here', async () => {
  await saved(page)
  const other = await app.context.newPage()
  await other.goto(page.url())
  await open(adopt)
  await inPanel('button', /^Edit Description|^Description/).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' typed here')
  await open('Pick up the logging', other)
  await open(adopt, other)
  await panel(other).getByRole('button', { name: /^Title: / }).click()
  await other.keyboard.type('Renamed over there')
  await other.keyboard.press('Enter')
  await inPanel('button', 'Title: Renamed over there').waitFor()
  await expect.poll(() => inPanel('textbox', 'Description').inputValue()).toContain(' typed here')
  await panel(other).getByRole('button', { name: 'More actions' }).click()
  await other.getByRole('menuitem', { name: 'Delete' }).click()
  await panel().getByText('This goal was deleted.').waitFor()
  await expect.poll(() => inPanel('textbox', 'Description').inputValue()).toContain(' typed here')
  await other.close()
  await inPanel('button', 'Bring it back').click()
  await card('Renamed over there').waitFor()
  await expect.poll(() => panel().innerText()).toContain('typed here')
})

test('[U42] what changed is told field by field, with when and who', async () => {
  await open('Define metrics')
  await inPanel('button', /^Status: /).focus()
  await page.keyboard.press('2')
  await inPanel('button', 'What changed').click()
  const newest = panel().getByRole('region', { name: 'What changed' }).getByRole('listitem').first()
  await expect.poll(() => newest.innerText()).toMatch(/\w{3} \d+, \d{4}, \d\d:\d\d by this computer[\s\S]*Status[\s\S]*Done[\s\S]*In progress/)
  await undo(page)
})

test('[U44] what is pressed right after typing is hit', async () => {
  await open('Define metrics')
  await inPanel('button', /Description/).click()
  await page.keyboard.type('One\n\n\n\nTwo')
  await inPanel('button', 'Change teams').click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
  await page.keyboard.press('Escape')
  await undo(page)
})

test('[U46] nothing in the panel is wider than it', async () => {
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 })
    await open('Define metrics')
    const [inside, outside] = await panel().evaluate((aside) => [Math.max(...[...aside.querySelectorAll('*')].map((each) => each.getBoundingClientRect().right)), aside.getBoundingClientRect().right])
    expect(inside).toBeLessThanOrEqual((outside ?? 0) + 0.5)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await closePanel()
  }
  expect(app.complaints).toEqual([])
})
