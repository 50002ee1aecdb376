import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openApp, type OpenApp } from './app.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let second: Page

beforeAll(async () => {
  app = await openApp({ quarter: 4 })
  second = await app.context.newPage()
  second.setDefaultTimeout(8_000)
  await app.page.locator('[data-saving="saved"]').waitFor()
  await second.goto(app.page.url())
  await second.locator('[data-goal]').first().waitFor()
})

afterAll(async () => {
  await app.close()
})

const titles = (page: Page, column: string): Promise<readonly string[]> => page.getByRole('region', { name: new RegExp(`^${column}, `) }).locator('[data-goal] p:first-of-type').allTextContents()

async function setStatus(page: Page, title: string, key: string): Promise<void> {
  await page.locator('[data-goal]').filter({ hasText: title }).focus()
  await page.keyboard.press(key)
}

test('[U14] what one window does is on the board of the other', async () => {
  await setStatus(app.page, 'Train new users', '6')
  await expect.poll(() => titles(second, 'Done')).toContainEqual(expect.stringContaining('Train new users'))
  await setStatus(second, 'Raise the quality', '6')
  await expect.poll(() => titles(app.page, 'Done')).toContainEqual(expect.stringContaining('Raise the quality'))
})

test('[U14] edits made in both windows at the same time are all there, in both, and after a reload', async () => {
  await Promise.all([addGoals(app.page, 'first'), addGoals(second, 'second')])
  const all = ['first 1', 'first 2', 'first 3', 'first 4', 'second 1', 'second 2', 'second 3', 'second 4']
  for (const page of [app.page, second]) {
    await expect.poll(async () => (await titles(page, 'To do')).filter((title) => / \d$/.test(title)).toSorted()).toEqual(all)
    await page.locator('[data-saving="saved"]').waitFor()
  }
  await second.reload()
  await expect.poll(async () => (await titles(second, 'To do')).filter((title) => / \d$/.test(title)).toSorted()).toEqual(all)
})

test('[U14] undo in one window takes back only what was done there', async () => {
  await app.page.bringToFront()
  await setStatus(app.page, 'Put a Helm', '3')
  await expect.poll(() => titles(app.page, 'Partially done')).toContainEqual(expect.stringContaining('Put a Helm'))
  await setStatus(second, 'Upgrade the infrastructure', '1')
  await expect.poll(() => titles(app.page, 'To do')).toContainEqual(expect.stringContaining('Upgrade the infrastructure'))
  await app.page.keyboard.press('Control+z')
  await expect.poll(() => titles(app.page, 'In progress')).toContainEqual(expect.stringContaining('Put a Helm'))
  expect(await titles(app.page, 'To do')).toContainEqual(expect.stringContaining('Upgrade the infrastructure'))
})

async function addGoals(page: Page, name: string): Promise<void> {
  await page.locator('[data-goal]').filter({ hasText: 'Prepare the pipeline' }).focus()
  await page.keyboard.press('c')
  for (let index = 1; index <= 4; index += 1) {
    await page.keyboard.type(`${name} ${index}`)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
}
