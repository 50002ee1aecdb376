import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saved } from './app.ts'
import { isFine } from './fine-look.ts'
import { look, nameComputer, run, setUpBrowser, type SharingComputer } from './sharing-computers.ts'

let here: SharingComputer
let there: SharingComputer
let page: Page
let other: Page
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-team-'))
  ;[here, there] = await Promise.all([setUpBrowser('Release laptop'), setUpBrowser('SRE laptop')])
  ;[page, other] = await Promise.all([here.start(), there.start()])
  await Promise.all([nameComputer(here), nameComputer(there)])
  await page.getByRole('button', { name: /sample/i }).first().click()
  await showQuarter(page, 2)
}, 60_000)

afterAll(async () => {
  await Promise.all([here.remove(), there.remove()])
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

const main = (): Locator => page.getByRole('main', { name: 'Exchange' })
const beside = (): Locator => main().getByRole('region', { name: 'Share and files' })
const list = (): Locator => main().getByRole('list', { name: 'Changed by others' })
const bar = (): Locator => page.getByRole('contentinfo')
const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name })
const card = (on: Page, title: string): Locator => on.locator('[data-goal]').filter({ hasText: title })
const mark = (title: string): Locator => card(page, title).locator('[data-others-mark]')

async function showQuarter(on: Page, quarter: number): Promise<void> {
  await on.getByRole('radio', { name: new RegExp(`^Q${quarter}`) }).click()
  await on.locator('[data-goal]').first().waitFor()
}

async function goTo(on: Page, key: string): Promise<void> {
  await on.keyboard.press('g')
  await on.keyboard.press(key)
}

test('[D82] [D94] a plan is shared through a folder, a colleague joins, and both are told in words how it stands', async () => {
  await here.giveFolder(folder)
  await run(page, 'Share through a folder')
  await dialog('Share through a folder').getByText('TEC3 Deployment Pipeline.planfolder').waitFor()
  await page.keyboard.press('Enter')
  await bar().getByRole('button', { name: /^Shared: up to date \d\d:\d\d$/ }).waitFor()
  expect(await bar().locator('[data-saving="saved"]').textContent()).toBe('Saved on this computer')
  const [made] = await readdir(folder)
  expect(made).toBe('TEC3 Deployment Pipeline.planfolder')
  await there.giveFolder(join(folder, made ?? ''))
  await run(other, 'Open shared folder')
  await other.getByRole('contentinfo').getByRole('button', { name: /^Shared: up to date/ }).waitFor()
  await showQuarter(other, 2)
  expect(await other.getByRole('contentinfo').getByRole('button', { name: /changed by others/ }).count()).toBe(0)
  await look(here)
  await goTo(page, 'e')
  for (const each of [page, other]) expect(await each.getByRole('banner').getByText('Sample', { exact: true }).count()).toBe(0)
  await beside().getByText('SRE laptop').waitFor()
})

test('[D70] what a colleague changes is marked on its card and row with words, and listed with who and when', async () => {
  await goTo(page, 'b')
  await card(other, 'Adopt more services').focus()
  await other.keyboard.press('4')
  await other.getByRole('dialog', { name: 'Moved to Blocked' }).waitFor()
  await other.keyboard.press('Escape')
  await card(other, 'Define metrics').focus()
  await other.keyboard.press('e')
  await other.getByRole('textbox', { name: 'Title of the goal' }).fill('Define metrics for incidents and post-mortems')
  await other.keyboard.press('Enter')
  await card(other, 'Deploy blubberoid').focus()
  await other.keyboard.press('Delete')
  await saved(other)
  await expect
    .poll(async () => {
      await look(there)
      await look(here)
      return bar().getByRole('button', { name: /changed by others$/ }).allTextContents()
    }, { timeout: 8_000 })
    .toEqual(['3 changed by others'])
  await page.getByRole('group', { name: /^3\.1, Adopt more services.*, changed by SRE laptop: status/ }).waitFor()
  expect(await mark('Define metrics').getAttribute('title')).toBe('changed by SRE laptop: title')
  // it takes no room: with or without it the card is the same
  const heights = await card(page, 'Adopt more services').evaluate((element) => {
    const withMark = element.clientHeight
    const sign = element.querySelector<HTMLElement>('[data-others-mark]')
    if (sign === null) return []
    sign.hidden = true
    const without = element.clientHeight
    sign.hidden = false
    return [withMark, without]
  })
  expect(heights).toEqual([heights[0], heights[0]])
  await isFine(page, 'board')
  await goTo(page, 'p')
  await page.locator('[data-plan-search]').fill('metrics for incidents')
  await page.getByRole('row', { name: /^Define metrics.*changed by SRE laptop: title/ }).waitFor()
  await isFine(page, 'plan')
  await page.locator('[data-plan-search]').fill('')
  await page.locator('[data-plan-search]').blur()
  await goTo(page, 'e')
  await expect.poll(() => list().getByRole('listitem').count()).toBeGreaterThanOrEqual(3)
  await list().getByText('Goal deleted').waitFor()
  await isFine(page, 'list')
})

test('[D75] keys walk the list, open a goal and come back; what was opened counts as looked at, also after a reload', async () => {
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-main'))).toBe('true')
  await page.keyboard.press('Home')
  await page.keyboard.press('o')
  await page.getByRole('complementary').getByRole('region', { name: 'Changed since you last looked' }).waitFor()
  await isFine(page, 'panel')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-main'))).toBe('true')
  expect(await bar().getByRole('button', { name: '2 changed by others' }).count()).toBe(1)
  await page.reload()
  await bar().getByRole('button', { name: '2 changed by others' }).waitFor()
  await main().getByRole('button', { name: 'Mark all as seen' }).click()
  await bar().getByRole('button', { name: /changed by others/ }).waitFor({ state: 'detached' })
  expect(await list().getByText('seen', { exact: true }).count()).toBe(2)
  await goTo(page, 'b')
  await goTo(page, 'e')
  await main().getByText('Nothing to review').or(main().getByText('Nothing new')).waitFor()
})

test('[D93] the keys in the bar are those of the list that is shown', async () => {
  await main().getByRole('radio', { name: /^To review/ }).click()
  await bar().getByText('1 2 choose, Enter keeps').waitFor()
  expect(await bar().getByText('S seen').count()).toBe(0)
  await main().getByRole('radio', { name: /^Changed by others/ }).click()
  await bar().getByText('Enter opens, S seen').waitFor()
  expect(await bar().getByText('1 2 choose').count()).toBe(0)
})

test('[D79] one key opens the next goal that others changed, and brings its quarter on the board; the mark on its card goes', async () => {
  await goTo(page, 'b')
  await showQuarter(page, 2)
  await showQuarter(other, 1)
  await card(other, 'Run the verify stage').first().focus()
  await other.keyboard.press('2')
  await saved(other)
  await expect
    .poll(async () => {
      await look(there)
      await look(here)
      return bar().getByRole('button', { name: /changed by others$/ }).allTextContents()
    }, { timeout: 8_000 })
    .toEqual(['1 changed by others'])
  await page.keyboard.press('u')
  await page.getByRole('complementary').getByText('changed by SRE laptop: status').waitFor()
  expect(await page.getByRole('radio', { name: /^Q1/ }).getAttribute('aria-checked')).toBe('true')
  expect(await page.locator('[data-others-mark]').count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })
})

test('[D78] what comes in of a goal that stands open moves nothing: its head says it', async () => {
  await card(page, 'Run the verify stage').first().click()
  await page.getByRole('complementary').waitFor()
  const before = await page.getByRole('complementary').getByRole('heading', { level: 2 }).boundingBox()
  await card(other, 'Run the verify stage').first().focus()
  await other.keyboard.press('3')
  await saved(other)
  await expect
    .poll(async () => {
      await look(there)
      await look(here)
      return page.getByRole('complementary').getByText('changed by SRE laptop: status').count()
    }, { timeout: 8_000 })
    .toBe(1)
  expect(await page.getByRole('complementary').getByRole('heading', { level: 2 }).boundingBox()).toEqual(before)
  expect(await bar().getByRole('button', { name: /changed by others$/ }).count()).toBe(0)
})
