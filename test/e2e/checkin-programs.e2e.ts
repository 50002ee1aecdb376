import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saved, setUpComputer, takePictures, type Computer } from './app.ts'
import { openSet } from './open-text.ts'
import { teamsPlan } from './teams-plan.ts'

let computer: Computer
let page: Page

beforeAll(async () => {
  computer = await setUpComputer()
  const app = await computer.start({ viewport: { width: 1024, height: 720 } })
  page = app.page
  await page.clock.setFixedTime(new Date('2018-12-06T10:00:00'))
  await page.reload()
  await page.getByRole('main').waitFor()
  await openSet(page, 'programs.plan.json', teamsPlan())
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Check-in/ }).click()
  await pane().waitFor()
})

afterAll(async () => {
  await computer.remove()
})

const screen = (): Locator => page.getByRole('main', { name: 'Check-in' })
const pane = (): Locator => screen().locator('[data-checkin-pane]')
const goals = (): Locator => screen().getByRole('list', { name: 'Goals of this month' }).getByRole('button')
const sideBar = (): Locator => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Check-in/ })

test('[N41] with a program chosen its goals alone are asked about and counted, in words, and a button shows all', async () => {
  await expect.poll(() => goals().count()).toBe(4)
  await page.getByRole('combobox', { name: 'Program shown' }).click()
  await page.getByRole('option', { name: /^TEC13/ }).click()
  await screen().getByText('Only goals of TEC13 Code health').waitFor()
  await expect.poll(() => goals().count()).toBe(2)
  await expect.poll(() => sideBar().innerText()).toContain('2 due')
  await expect.poll(() => pane().getByRole('heading', { level: 2 }).innerText()).toBe('Choose a code health metric')
  await takePictures(page, 'checkin-program')
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  await screen().getByRole('button', { name: 'All programs' }).click()
  await expect.poll(() => goals().count()).toBe(4)
})

test('[N37] since when is asked beside the reason, and waits for a date that the calendar has', async () => {
  await goals().filter({ hasText: 'Choose a code health metric' }).click()
  await pane().and(page.locator(':focus')).waitFor()
  await page.keyboard.press('4')
  const since = pane().getByRole('textbox', { name: 'Since', exact: true })
  await expect.poll(() => since.inputValue()).toBe('2018-12-06')
  await since.fill('2018-11-31')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Not saved: “Since” is no date.').first().waitFor()
  await takePictures(page, 'checkin-since')
  await since.fill('2018-11')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => goals().filter({ hasText: 'Choose a code health metric' }).innerText()).toContain('has a note')
  await goals().filter({ hasText: 'Choose a code health metric' }).click()
  await expect.poll(() => since.inputValue()).toBe('2018-11')
})

test('[N42] before the year begins nothing is due, and it says when the first check-in begins', async () => {
  await saved(page)
  await page.clock.setFixedTime(new Date('2018-05-02T10:00:00'))
  await page.reload()
  await screen().getByText('Nothing is due yet: the check-in of Jul 2018 begins on', { exact: false }).waitFor()
  await expect.poll(() => sideBar().innerText()).not.toContain('due')
  await takePictures(page, 'checkin-before')
})
