import { beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openApp, undo } from './app.ts'
import { axeComplaints, axeInBothThemes } from './axe-complaints.ts'

let page: Page

beforeAll(async () => {
  const app = await openApp({ quarter: 2, bypassCSP: false })
  page = app.page
  return app.close
})

const dialog = (): Locator => page.getByRole('dialog', { name: 'Plan settings' })
const field = (name: string): Locator => dialog().getByRole('textbox', { name })
const links = (): Locator => dialog().getByRole('region', { name: 'Task links' })
const words = (): Locator => dialog().getByRole('region', { name: 'Status words' })

test('[N33] links of tasks are said in the plan’s settings, checked as one types, and lead there from cards and goals', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('plan settings')
  await page.keyboard.press('Enter')
  await dialog().waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await page.keyboard.type('T.#')
  await page.keyboard.press('Tab')
  await page.keyboard.type('https://tracker.example/browse/T#')
  await expect.poll(() => links().getByRole('status').innerText()).toContain('Before the # stand up to 20 letters')
  await page.keyboard.press('Enter')
  expect(await links().getByRole('listitem').count()).toBe(0)
  await field('Id').fill('T#')
  await expect.poll(() => links().getByRole('status').innerText()).toBe('T205923 leads to https://tracker.example/browse/T205923')
  await page.keyboard.press('Enter')
  await links().getByRole('listitem').filter({ hasText: 'https://tracker.example/browse/T#' }).waitFor()
  await field('Id').fill('T#')
  await expect.poll(() => links().getByRole('status').innerText()).toContain('There is a link for T# already')
  expect(await axeInBothThemes(page)).toEqual([])
  await page.keyboard.press('Escape')
  const onCard = page.locator('[data-goal]').getByRole('link', { name: 'T205923' })
  expect(await onCard.getAttribute('href')).toBe('https://tracker.example/browse/T205923')
  expect(await axeComplaints(page)).toEqual([])
  await undo(page)
  await expect.poll(() => onCard.count()).toBe(0)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => onCard.count()).toBe(1)
})

test('[N34] words of the team for statuses are said there, each one step, and removed again', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Plan settings…' }).click()
  await field('Word').fill('Fertig')
  await page.keyboard.press('Enter')
  await words().getByRole('listitem').filter({ hasText: 'Done' }).waitFor()
  await field('Word').fill('Wartet')
  await words().getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Blocked' }).click()
  await words().getByRole('button', { name: 'Add the word' }).click()
  await expect.poll(() => words().getByRole('listitem').allInnerTexts()).toEqual([expect.stringMatching(/Fertig\s+Done/), expect.stringMatching(/Wartet\s+Blocked/)])
  await field('Word').fill('fertig')
  await expect.poll(() => words().getByRole('status').innerText()).toContain('has its status already')
  await words().getByRole('button', { name: 'Remove “Fertig”' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Remove “Wartet”')
  await dialog().getByRole('button', { name: 'Done' }).click()
  await undo(page)
  await page.getByRole('button', { name: 'Plan settings…' }).click()
  await expect.poll(() => words().getByRole('listitem').count()).toBe(2)
  await page.keyboard.press('Escape')
})
