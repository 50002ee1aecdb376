import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile, saved, setUpComputer, undo, type Computer } from './app.ts'
import { contentOf, exportPlan } from './export-plan.ts'
import { isClean } from './fine-look.ts'

const folder = resolve(import.meta.dirname, '../../test-results/merges')

let here: Computer
let there: Computer
let page: Page
let other: Page
let theirs: string

beforeAll(async () => {
  ;[here, there] = await Promise.all([setUpComputer(), setUpComputer()])
  page = (await here.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 860 } })).page
  await page.getByRole('button', { name: /sample/i }).first().click()
  await showQuarter(page, 2)
  const common = await exportPlan(page, join(folder, 'common.plan.json'))
  other = (await there.start({ viewport: { width: 1280, height: 800 } })).page
  await openFile(other, common.path)
  await showQuarter(other, 2)
  await workOn(page, { status: '2', rename: 'Deploy blubberoid to every cluster', remove: false })
  await workOn(other, { status: '4', rename: 'Deploy blubberoid by the end of the month', remove: true })
  theirs = (await exportPlan(other, join(folder, 'theirs.plan.json'))).path
  // edited here after it was deleted there
  await card(page, 'Outline the developer portal').focus()
  await page.keyboard.press('3')
  await saved(page)
})

afterAll(async () => {
  await Promise.all([here.remove(), there.remove()])
})

const card = (on: Page, title: string | RegExp): Locator => on.locator('main [data-goal]').filter({ hasText: title })
const screen = (): Locator => page.getByRole('main', { name: 'Exchange' })
const conflicts = (): Locator => screen().getByRole('group', { name: 'Edits to review' }).getByRole('listitem')
const conflict = (field: string): Locator => screen().getByRole('group', { name: new RegExp(`, ${field}$`) })
const side = (about: string, which: 'earlier' | 'later'): Locator => conflict(about).locator(`[data-side="${which}"]`)
const dialog = (): Locator => page.locator('[data-overlay]')
const toast = (text: string | RegExp): Locator => page.getByRole('dialog').filter({ hasText: text })

async function showQuarter(on: Page, quarter: 1 | 2 | 3 | 4): Promise<void> {
  await on.getByRole('radio', { name: new RegExp(`^Q${quarter}`) }).click()
}

async function workOn(on: Page, { status, rename, remove }: { readonly status: string; readonly rename: string; readonly remove: boolean }): Promise<void> {
  await card(on, 'Formalize the collection').focus()
  await on.keyboard.press(status)
  if (status === '4') await on.keyboard.press('Escape') // asked why
  await card(on, 'Deploy blubberoid').focus()
  await on.keyboard.press('e')
  await on.getByRole('textbox', { name: 'Title of the goal' }).fill(rename)
  await on.keyboard.press('Enter')
  await card(on, rename).waitFor()
  if (!remove) return
  await card(on, 'Outline the developer portal').focus()
  await on.keyboard.press('Delete')
  await on.keyboard.press('c')
  await on.keyboard.type('Brought along')
  await on.keyboard.press('Enter')
  await card(on, 'Brought along').waitFor()
  await on.keyboard.press('Escape')
  await saved(on)
}

/** Merges without a look at what both sides edited. */
async function mergeInAHurry(): Promise<void> {
  await openFile(page, theirs)
  await dialog().getByRole('button', { name: /^Merge \d/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog().waitFor({ state: 'detached' })
}

async function showExchange(): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await screen().waitFor()
}

const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')

test('[U153] a merge in a hurry leaves a mark on each card with something to review, in the sidebar and in the line at the bottom', async () => {
  await exportPlan(page, join(folder, 'before.plan.json'))
  await mergeInAHurry()
  await toast('Merged theirs.plan.json').getByText('3 edits were made on both sides and wait under Exchange (G E).').waitFor()
  await page.getByRole('group', { name: /^1\.2, Formalize .*, 1 edit to review$/ }).waitFor()
  await expect.poll(() => card(page, 'Formalize').getByTitle(/made on both sides/).textContent()).toContain('1')
  await page.getByRole('button', { name: /^Exchange 3 to review$/ }).waitFor()
  await page.getByRole('contentinfo').getByRole('button', { name: /^Last exchange: .*’s file, .*, \d+ changes merged, 3 to review$/ }).waitFor()
  await isClean(page, 'exchange-board')
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.getByRole('row', { name: /^Formalize .*, 1 edit to review$/ }).waitFor()
  await showExchange()
  await expect.poll(() => conflicts().count()).toBe(3)
  await isClean(page, 'exchange-first')
})

test('[U154] after a reload the merge is taken back as if it had never come, and one undo merges it again', async () => {
  await saved(page)
  await page.reload()
  await expect.poll(() => conflicts().count()).toBe(3)
  await screen().getByRole('button', { name: /^Take back .*’s file/ }).click()
  await dialog().getByText('as if the file had never come', { exact: false }).waitFor()
  await dialog().getByRole('heading', { name: 'Will go 1' }).waitFor()
  await dialog().getByRole('heading', { name: /^Will read differently/ }).waitFor()
  await isClean(page, 'exchange-take-back')
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })
  await toast('Took back the merge of “theirs.plan.json”').getByText('It is as if the file had never come.').waitFor()
  await screen().getByText('Nothing to review').waitFor()
  await screen().getByText('taken back').waitFor()
  await saved(page)
  expect(contentOf((await exportPlan(page, join(folder, 'taken-back.plan.json'))).text)).toBe(contentOf(await readFile(join(folder, 'before.plan.json'), 'utf8')))
  await isClean(page, 'exchange-nothing')
  await undo(page)
  await expect.poll(() => conflicts().count()).toBe(3)
})

test('[U155] keys walk the conflicts, keep one and choose the other side; the focus goes on, and one undo brings it back', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await showExchange()
  await expect.poll(focused).toMatch(/counts.*Keep/)
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  const first = await conflicts().first().textContent()
  await page.keyboard.press('Enter')
  await expect.poll(() => conflicts().count()).toBe(2)
  await toast(/^Kept what counts in “.*2 left to review/).waitFor()
  await expect.poll(focused).toMatch(/counts.*Keep/)
  await undo(page)
  await expect.poll(() => conflicts().first().textContent()).toBe(first)
  await expect.poll(focused).toMatch(/counts.*Keep/)
  await page.keyboard.press('Enter')
  await expect.poll(() => conflicts().count()).toBe(2)
  // by mouse: the title that was written earlier
  await expect.poll(() => side('title', 'earlier').textContent()).toContain('to every cluster')
  await side('title', 'earlier').click()
  await expect.poll(() => conflicts().count()).toBe(1)
  await toast('Chose the other edit in').waitFor()
  await undo(page)
  await expect.poll(() => conflicts().count()).toBe(2)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => conflicts().count()).toBe(1)
})

test('[D139] what is decided by a press leaves its place empty until the pointer leaves, so that a second press there decides nothing', async () => {
  for (const waiting of [2, 3]) {
    await undo(page)
    await expect.poll(() => conflicts().count()).toBe(waiting)
  }
  const next = conflicts().nth(1)
  const [pressed, before, about] = [await conflicts().first().locator('[data-side="later"]').boundingBox(), await next.boundingBox(), await next.textContent()]
  if (pressed === null || before === null) throw new Error('nothing is drawn')
  await page.mouse.dblclick(pressed.x + pressed.width / 2, pressed.y + pressed.height / 2)
  await expect.poll(() => conflicts().count()).toBe(2)
  const first = conflicts().first()
  expect([await first.textContent(), (await first.boundingBox())?.y]).toEqual([about, before.y])
  expect(await first.locator('[data-main]').evaluate((element) => element === document.activeElement)).toBe(true)
  await screen().getByText('Decided').waitFor()
  await isClean(page, 'exchange-decided')
  await page.mouse.move(5, 5)
  await screen().getByText('Decided').waitFor({ state: 'detached' })
  expect((await first.boundingBox())?.y).toBeLessThan(before.y)
  await undo(page)
  await expect.poll(() => conflicts().count()).toBe(3)
})

test('[D140] a key that is held down decides one conflict', async () => {
  await page.keyboard.press('Home')
  for (const key of ['Enter', 'Enter', '2', '2']) await page.keyboard.down(key)
  await page.keyboard.up('2')
  await page.keyboard.up('Enter')
  await expect.poll(() => conflicts().count()).toBe(1)
  await undo(page)
  await expect.poll(() => conflicts().count()).toBe(2)
})

test('[D139] in the panel of a goal the place is held just so, and the focus is on the panel once nothing is left', async () => {
  await page.keyboard.press('o')
  const panel = page.getByRole('complementary', { name: /blubberoid/ })
  const review = panel.getByRole('region', { name: 'To review' })
  await review.locator('[data-side="earlier"]').click()
  await review.getByText('Decided').waitFor()
  await expect.poll(() => panel.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.mouse.move(5, 5)
  await review.waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await expect.poll(() => conflicts().count()).toBe(1)
})

test('[U156] in the panel of a goal what was edited on both sides is decided right there, and the history keeps what lost', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await showQuarter(page, 2)
  await card(page, 'to every cluster').focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: /blubberoid/ })
  await panel.getByRole('button', { name: 'What changed' }).click()
  await panel.getByText('by the end of the month').first().waitFor()
  await page.keyboard.press('Escape')
  await showExchange()
  await expect.poll(focused).toMatch(/Keep|Leave it deleted/)
  await page.keyboard.press('o')
  const open = page.getByRole('complementary', { name: /developer portal/ })
  await open.getByRole('region', { name: 'To review' }).waitFor()
  await isClean(page, 'exchange-panel')
  await open.getByRole('region', { name: 'To review' }).getByRole('button', { name: /Bring it back|Keep/ }).first().click()
  await page.mouse.move(5, 5)
  await open.getByRole('region', { name: 'To review' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await screen().getByText('Nothing to review').waitFor()
})

test('[U157] what came with a merge and was worked on since stays when it is taken back, and is named before', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await card(page, 'Brought along').focus()
  await page.keyboard.press('2')
  await saved(page)
  await page.reload()
  await card(page, 'Brought along').waitFor()
  await showExchange()
  await screen().getByRole('button', { name: /^Take back/ }).click()
  await dialog().getByRole('heading', { name: 'Will stay, as it was worked on since 1' }).waitFor()
  await dialog().getByText('Brought along').waitFor()
  await page.keyboard.press('Enter')
  await toast('Took back the merge').getByText('1 record you worked on stays').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect.poll(() => card(page, 'Brought along').count()).toBe(1)
  await expect.poll(() => card(page, 'Outline the developer portal').count()).toBe(1)
  await undo(page)
  await saved(page)
})

test('[U158] once it has gone out with a file it is set back by new changes, which names the file, the goals and the fields', async () => {
  await exportPlan(page, join(folder, 'out.plan.json'))
  await showExchange()
  await screen().getByText(/^went out with tec3-.*\.plan\.json/).waitFor()
  await screen().getByRole('button', { name: /^Take back/ }).click()
  await dialog().getByText(/The plan went out as tec3-.*\.plan\.json on .*set back by new changes/).waitFor()
  await isClean(page, 'exchange-set-back')
  await page.keyboard.press('Enter')
  await toast('Took back the merge').getByText(/^Set back by new changes in \d+ records?, since the plan went out as tec3-/).waitFor()
  await screen().getByText('taken back').waitFor()
  await undo(page)
  await expect.poll(() => screen().getByText('taken back').count()).toBe(0)
  await page.getByRole('contentinfo').getByRole('button', { name: /^Last exchange: exported as tec3-|changes? merged/ }).waitFor()
})
