import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openApp, type OpenApp } from './app.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let page: Page

beforeAll(async () => {
  app = await openApp({ quarter: 4 })
  page = app.page
  page.on('dialog', (dialog) => void dialog.accept())
})

afterAll(() => app.close())

test('[U15] what stands in a field when the page goes is there when it comes back, every time', async () => {
  for (let round = 1; round <= 5; round += 1) {
    await page.locator('[data-goal]').filter({ hasText: 'Train new users' }).focus()
    await page.keyboard.press('e')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(`Train new users, round ${round}`)
    await page.reload()
    await page.locator('[data-goal]').filter({ hasText: `Train new users, round ${round}` }).waitFor()
  }
  await expect.poll(() => page.locator('[data-goal]').filter({ hasText: 'Train new users' }).count()).toBe(1)
})

test('[U15] a goal that is half written is there the next time one is begun, also after a reload', async () => {
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('c')
  await page.keyboard.type('Half a go')
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  await expect.poll(() => page.getByRole('textbox', { name: 'What shall be reached?' }).inputValue()).toBe('Half a go')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
})

test('[U15] a reason that was begun is kept when the question is left beside the point', async () => {
  await page.locator('[data-goal]').filter({ hasText: 'Put a Helm' }).focus()
  await page.keyboard.press('4')
  await page.locator('[data-overlay]').waitFor()
  await page.keyboard.type('No hands')
  await page.mouse.click(5, 300)
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  await page.getByRole('region', { name: /^Blocked, / }).getByText('No hands').waitFor()
  await expect.poll(() => page.locator('[data-goal]').filter({ hasText: 'No hands' }).count()).toBe(1)
})

test('[U210] a text that is too long is cut at the limit, and the field says so', async () => {
  await page.locator('[data-goal]').first().focus()
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: 'New note' })
  await page.keyboard.insertText('long '.repeat(20_100))
  await page.getByText('This holds 100,000 characters and is full').waitFor()
  expect((await field.inputValue()).length).toBe(100_000)
  await field.fill('')
  await page.getByText('This holds 100,000 characters and is full').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
})
