import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createView } from '../../shared/plan/plan-index.ts'
import { goalsOfReport, reportOf } from '../shared/report/report-at-hand.ts'
import { goalsInMarkdown, goalsInWikitext, idsInHtml, rowsOfCsv } from '../shared/report/written-goals.ts'
import { first } from '../shared/wiki/page-at-hand.ts'
import { setUpComputer, takePicture, takePictures, type Computer, type OpenApp } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'
import { openSet } from './open-text.ts'
import { readPdf } from './pdf-text.ts'

let computer: Computer
let app: OpenApp
let page: Page
const told = goalsOfReport(reportOf(createView(first), { scope: 4 }))

beforeAll(async () => {
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })
  page = app.page
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // without a dialog of its own the browser downloads, which a test can take up
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  await openSet(page, 'tec3.plan.json', first)
  await page.getByRole('radio', { name: /^Q4/ }).click()
  await page.locator('[data-goal]').first().waitFor()
})

afterAll(() => computer.remove())

const screen = (): Locator => page.getByRole('main', { name: 'Report' })
const goals = (): Locator => screen().locator('[data-report-goal]')
const ids = (): Promise<readonly (string | null)[]> => goals().evaluateAll((items) => items.map((item) => item.getAttribute('data-report-goal')))
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

test('[R30] G R shows the report of what the board shows, of whichever quarter, narrowed by the same filter, which is said and cleared there', async () => {
  await press('g', 'r')
  await screen().getByRole('heading', { name: 'TEC3 Deployment Pipeline' }).waitFor()
  await screen().getByText('10 goals with 4 sub-goals: 2 done, 5 in progress, 3 blocked.').waitFor()
  expect(await ids()).toEqual(told.map(({ id }) => id))
  await screen().getByText('Blocked since May 7, 2019', { exact: false }).first().waitFor()
  expect(await axeComplaints(page)).toEqual([])
  await takePictures(page, 'report')
  await page.getByRole('radio', { name: /^Q2/ }).click()
  await screen().getByText('5 goals with 2 sub-goals: 3 done, 2 partially done.').waitFor()
  await page.getByRole('button', { name: /^SRE \d/ }).click()
  await screen().getByText('Team SRE').waitFor()
  await screen().getByText('No goal passes the filter.').waitFor()
  expect(await screen().getByRole('heading', { level: 2 }).count()).toBe(0)
  await screen().getByRole('button', { name: 'Clear the filter' }).click()
  await expect.poll(() => goals().count()).toBe(7)
  await press('Alt+4')
  await expect.poll(ids).toEqual(told.map(({ id }) => id))
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(() => screen().evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
    await takePicture(page, `report-at-${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('[R31] it is copied by keys as Markdown or wikitext, and that is said', async () => {
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
  await press('y', 'm')
  await page.getByText('Copied the report as Markdown').waitFor()
  expect(goalsInMarkdown(await copied()).map(({ title }) => title)).toEqual(told.map(({ title }) => title))
  await press('y', 'w')
  await page.getByText('Copied the report as wikitext').waitFor()
  expect(goalsInWikitext(await copied())).toHaveLength(told.length)
  await expect.poll(copied).toContain('=== Notes by month ===')
  await screen().getByRole('switch', { name: 'Notes by month' }).click()
  await screen().getByRole('heading', { name: 'Notes by month' }).waitFor({ state: 'detached' })
  await screen().getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('menuitem', { name: /^As Markdown/ }).click()
  await expect.poll(copied).not.toContain('Notes by month')
})

test('[R32] it is saved as Markdown, wikitext, web page or table, named by plan, quarter and moment', async () => {
  for (const [keys, ending, count] of [
    [['s', 'm'], '.md', (text: string) => goalsInMarkdown(text).length],
    [['s', 'w'], '.wiki', (text: string) => goalsInWikitext(text).length],
    [['s', 'h'], '.html', (text: string) => idsInHtml(text).length],
    [['s', 'c'], '.csv', (text: string) => rowsOfCsv(text).length],
  ] as const) {
    const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), press(...keys)])
    expect(download.suggestedFilename()).toMatch(/^tec3-fy18-19-q4-report-\d{4}-\d\d-\d\d-\d{4}\.\w+$/)
    expect(download.suggestedFilename().endsWith(ending)).toBe(true)
    expect(count(await readFile(await download.path(), 'utf8'))).toBe(told.length)
  }
  await page.getByText(/^Saved the report as tec3-/).first().waitFor()
})

test('[R33] on paper, A4 or Letter, it is the report alone, with every goal and its title and number on each page; the paper is remembered', async () => {
  await screen().getByRole('switch', { name: 'Notes by month' }).click()
  await screen().getByRole('heading', { name: 'Notes by month' }).waitFor()
  for (const [paper, width, height] of [
    ['Letter', 612, 792],
    ['A4', 595, 842],
  ] as const) {
    await screen().getByRole('radio', { name: paper }).click()
    const pages = readPdf(await page.pdf({ preferCSSPageSize: true }))
    expect(pages.map((each) => [Math.round(each.width), Math.round(each.height)])).toEqual(pages.map(() => [width, height]))
    const all = pages.map(({ letters }) => letters).join('')
    for (const { title } of told) expect(all).toContain(title.replace(/\s+/gu, ''))
    expect(pages.filter(({ letters }, at) => !letters.includes(`${at + 1}/${pages.length}`) || !letters.includes('Q4FY18/19:TEC3DeploymentPipeline·'))).toEqual([])
    expect(all).not.toContain('Savedonthiscomputer')
    expect(all).not.toContain('PrintorsaveasPDF')
  }
  await screen().getByRole('radio', { name: 'Letter' }).click()
  // the browser's own dialog can't be pressed in a test; that it is asked for can be seen
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }))
  await press('Control+p')
  await page.locator('[data-printed]').waitFor()
  await page.reload()
  await goals().first().waitFor()
  await expect.poll(() => screen().getByRole('radio', { name: 'Letter' }).isChecked()).toBe(true)
})

test('[R34] arrows walk its goals, and Enter leads to the one on the board', async () => {
  await goals().getByRole('button').first().focus()
  await press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(told[1]?.title)
  // nothing can be changed here by the keys of the board
  await press('3', 'Delete', 'c')
  expect(await page.locator('[data-overlay]').count()).toBe(0)
  await press('Enter')
  await page.getByRole('complementary', { name: `Goal: ${told[1]?.title}` }).waitFor()
  await page.getByRole('main', { name: 'Board' }).waitFor()
})

test('[R35] it is made from a kept snapshot as well, and says from which', async () => {
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  await Promise.all([page.waitForEvent('download'), press('Control+Shift+s')])
  await page.getByText(/^Kept a snapshot of Q4/).first().waitFor()
  await page.locator('[data-goal]').filter({ hasText: 'Add dedicated security' }).focus()
  await press('2', 'g', 'r')
  await screen().getByText('10 goals with 4 sub-goals: 1 done, 6 in progress, 3 blocked.').waitFor()
  await screen().getByRole('combobox', { name: 'Made from' }).click()
  await page.getByRole('option', { name: /^Snapshot Q4/ }).click()
  await screen().getByText('10 goals with 4 sub-goals: 2 done, 5 in progress, 3 blocked.').waitFor()
  await screen().getByText(/a snapshot of Q4, taken on/).waitFor()
  await takePicture(page, 'report-from-snapshot')
  expect(await axeComplaints(page)).toEqual([])
  await page.getByRole('radio', { name: /^Q1/ }).click()
  await screen().getByText(/the plan as it was on/).waitFor()
})
