import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { setUpComputer, type Computer } from './app.ts'

let computer: Computer
let page: Page

const title = `Secret \u202Eplan ${'long '.repeat(60)}end`

beforeAll(async () => {
  computer = await setUpComputer()
  page = (await computer.start({ reducedMotion: 'reduce', viewport: { width: 1024, height: 640 } })).page
  await page.getByRole('region', { name: 'Begin' }).getByRole('button', { name: /^New plan/ }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').getByRole('button', { name: 'Board' }).waitFor()
})

afterAll(async () => {
  await computer.remove()
})

test.each([760, 960, 1024, 1180, 1280])('[U203] at %i pixels a title of three hundred letters leaves the search its glass and its keys', async (width) => {
  await page.setViewportSize({ width, height: 640 })
  const search = page.getByRole('banner').getByRole('button', { name: /^Search or run a command/ })
  const inside = await search.evaluate((button) => {
    const { left, right } = button.getBoundingClientRect()
    return [...button.querySelectorAll('svg, kbd')].map((each) => each.getBoundingClientRect()).filter(({ width: wide }) => wide > 0).map((each) => each.left >= left && each.right <= right)
  })
  expect(inside.length).toBeGreaterThan(0)
  expect(inside).not.toContain(false)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('[U203] [U220] a notice that names it takes three lines, says all of it, and is turned round by nothing in it', async () => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.locator('[data-backup]').first().click()
  await page.getByRole('button', { name: 'Open as a copy' }).click()
  const notice = page.getByRole('region', { name: 'Notifications' }).getByText(/^Opened Copy of Secret plan .* end: a plan of its own/)
  await notice.waitFor()
  expect(await notice.evaluate((words) => Math.round(words.clientHeight / Number.parseFloat(getComputedStyle(words).lineHeight)))).toBe(3)
})
