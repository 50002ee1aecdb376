import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { sampleChangeSet } from '../../shared/sample/tec3-sample.ts'
import { setUpComputer, type Computer, type OpenApp } from './app.ts'
import { axeComplaints, axeInBothThemes } from './axe-complaints.ts'
import { openSet } from './open-text.ts'

let computer: Computer
let app: OpenApp
let page: Page

beforeAll(async () => {
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce' })
  page = app.page
})

afterAll(async () => {
  await computer.remove()
})

const choice = (name: string): Locator => page.getByRole('region', { name: 'Begin' }).getByRole('button', { name: new RegExp(`^${name}`) })
const plan = (name: string): Locator => page.getByRole('region', { name: 'Your plans' }).getByRole('button', { name: new RegExp(`^${name} `) })
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')

async function showStart(): Promise<void> {
  await page.getByTitle(/: show all plans$/).click()
  await page.getByRole('main', { name: 'Quarterdeck' }).waitFor()
}

async function create(title: string): Promise<void> {
  await choice('New plan').click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').getByRole('button', { name: 'Board' }).waitFor()
}

async function paste(text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

test('[U95] the first start says what the planner does and that everything stays here, and axe has no complaint', async () => {
  await page.getByRole('heading', { name: 'Plan a year, quarter by quarter.' }).waitFor()
  await page.getByText('Everything stays on this computer').waitFor()
  expect(await axeInBothThemes(page)).toEqual([])
})

test('[U91] a new plan wants a title, and shows the quarters of the year that begins on the day chosen', async () => {
  await choice('New plan').click()
  const dialog = page.getByRole('dialog', { name: 'New plan' })
  await dialog.waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByText('Give the plan a title').waitFor()
  await dialog.getByRole('textbox', { name: 'First day of the year' }).fill('2026-07-01')
  await page.keyboard.press('Enter')
  await expect.poll(() => dialog.getByRole('listitem').allInnerTexts()).toEqual(['Q1 Jul–Sep 2026', 'Q2 Oct–Dec 2026', 'Q3 Jan–Mar 2027', 'Q4 Apr–Jun 2027'])
  await dialog.getByRole('textbox', { name: 'First day of the year' }).fill('2026-02-30')
  await page.keyboard.press('Enter')
  await dialog.getByText('Write a date as').waitFor()
  expect(await axeComplaints(page)).toEqual([])
  await dialog.getByRole('textbox', { name: 'First day of the year' }).fill('2026-01-01')
  await page.keyboard.press('Enter')
  await dialog.getByText('Quarters of 2026').waitFor()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Developer   Services')
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').getByRole('button', { name: 'Plan' }).click()
  await page.getByText('This plan is empty.').waitFor()
  await page.getByRole('main').getByRole('button', { name: /^2026, Jan 2026/ }).waitFor()
})

test('[U95] plans are listed with year, goals and when they were opened, and walked by arrow keys', async () => {
  await showStart()
  await create('Second Plan')
  await showStart()
  await expect.poll(() => page.getByRole('region', { name: 'Your plans' }).getByRole('listitem').count()).toBe(2)
  await expect.poll(() => plan('Developer Services').innerText()).toMatch(/Developer Services\s+2026\s+0 goals\s+opened today/)
  await plan('Second Plan').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).toMatch(/^Developer Services/)
  await page.keyboard.press('ArrowUp')
  await expect.poll(focused).toMatch(/^Second Plan/)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByTitle(/: show all plans$/).getByText('Developer Services').waitFor()
  await showStart()
})

test('[U94] the sample stands apart, marked, and is there once however often it is opened', async () => {
  const sample = page.getByRole('region', { name: 'Sample' })
  await sample.getByText('Sample', { exact: true }).waitFor()
  await sample.getByRole('button', { name: /^TEC3/ }).click()
  await page.locator('[data-goal]').first().waitFor()
  await page.getByTitle(/: show all plans$/).getByText('Sample').waitFor()
  await showStart()
  expect(await page.getByRole('region', { name: 'Your plans' }).getByText('TEC3').count()).toBe(0)
  await sample.getByRole('button', { name: /^TEC3/ }).click()
  await page.locator('[data-goal]').first().waitFor()
  await showStart()
  await expect.poll(() => sample.count()).toBe(1)
})

test('[U94] where a colleague has sent the sample as a plan, opening the sample leaves it among the plans', async () => {
  const theirs = await setUpComputer()
  try {
    const { page: other } = await theirs.start({ reducedMotion: 'reduce' })
    await openSet(other, 'sent.plan.json', sampleChangeSet())
    await other.getByRole('navigation').getByRole('button', { name: 'Board' }).waitFor()
    const toStart = async (): Promise<void> => {
      await other.getByTitle(/: show all plans$/).click()
      await other.getByRole('region', { name: 'Your plans' }).getByText('TEC3').first().waitFor()
    }
    await toStart()
    await other.getByRole('region', { name: 'Sample' }).getByRole('button').first().click()
    await other.getByRole('navigation').getByRole('button', { name: 'Board' }).waitFor()
    await toStart()
    await expect.poll(() => other.getByRole('region', { name: 'Sample' }).getByRole('button').count()).toBe(1)
  } finally {
    await theirs.remove()
  }
})

test('[U92] a long text pasted anywhere is read as a page and looked through, a word is not', async () => {
  await paste('TEC3')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await paste(`TEC3: Deployment/Goals\n\nProgram Goals and Status for FY18/19\n\n${'Outcome 1 / Output 1.1\n\nFast\n\nGoal(s)\n\n  • Do it\n\n'.repeat(4)}`)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/goals found/).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('[U92] without a text on the clipboard there is a place to paste one, and it says when nothing was', async () => {
  await choice('Read a goals page').click()
  const dialog = page.getByRole('dialog', { name: 'Read a goals page' })
  await expect.poll(() => dialog.getByRole('textbox').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+Enter')
  await dialog.getByText('Paste the text of the page first.').waitFor()
  await dialog.getByRole('textbox').fill('No goals are in here, however long one looks.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Paste another text' }).click()
  await expect.poll(() => dialog.getByRole('textbox').inputValue()).toMatch(/^No goals/)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('[U93] removing a plan from this computer asks first, says how a copy is kept, and leaves the others', async () => {
  await plan('Second Plan').focus()
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: /^Remove “Second Plan”/ })
  await dialog.getByText('stands here under Removed plans').waitFor()
  await dialog.getByText('export it to a file first').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel')
  await page.keyboard.press('Enter')
  await plan('Second Plan').waitFor()
  await page.getByRole('button', { name: 'Actions for Second Plan' }).click()
  await page.getByRole('menuitem', { name: /^Remove/ }).click()
  await dialog.getByRole('button', { name: 'Remove it' }).click()
  await plan('Second Plan').waitFor({ state: 'detached' })
  await expect.poll(focused).toMatch(/^Developer Services/)
})

test('[U95] this computer is named where it is shown', async () => {
  await page.getByRole('button', { name: /^Name of this computer/ }).click()
  await page.getByRole('textbox', { name: 'Name of this computer' }).fill('Train laptop')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('button', { name: 'Name of this computer: Train laptop' }).count()).toBe(1)
  expect(app.complaints).toEqual([])
})
