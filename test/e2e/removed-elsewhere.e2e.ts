import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from './app.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let second: Page

beforeAll(async () => {
  app = await openApp({ quarter: 2, viewport: { width: 1024, height: 640 } })
  await app.page.locator('[data-saving="saved"]').waitFor()
  second = await app.context.newPage()
  second.setDefaultTimeout(8_000)
  await second.goto(app.page.url())
  await second.locator('[data-goal]').first().waitFor()
})

afterAll(() => app.close())

test('[S79] a window that has a plan open which another one removes says so at once, and brings it back with what was done since', async () => {
  const { page } = app
  await page.goto(page.url().replace(/#.*/, '#/'))
  await page.getByRole('region', { name: 'Sample' }).getByRole('button', { name: /^Remove/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  const alert = second.getByRole('contentinfo').getByRole('alert')
  await alert.getByText('This plan was removed from this computer in another window.').waitFor()
  const [bar, button] = [await alert.boundingBox(), await alert.getByRole('button', { name: 'Export the plan' }).boundingBox()]
  expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual((bar?.x ?? 0) + (bar?.width ?? 0))
  expect(bar?.width).toBeLessThanOrEqual(1024)
  const goals = await second.locator('[data-goal]').count()
  await second.locator('[data-goal]').first().focus()
  await second.keyboard.press('6')
  await alert.getByText('1 change is still here').waitFor()
  await alert.getByRole('button', { name: 'Bring it back' }).click()
  await second.locator('[data-saving="saved"]').waitFor()
  await second.reload()
  await expect.poll(() => second.locator('[data-goal]').count()).toBe(goals)
})
