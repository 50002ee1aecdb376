import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator } from 'playwright-core'
import { openApp, takePicture, undo, type OpenApp } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let page: OpenApp['page']

beforeAll(async () => {
  app = await openApp({ quarter: 2 })
  page = app.page
})

afterAll(async () => {
  await app.close()
})

const card = (title: string): Locator => page.locator('[data-goal]').filter({ hasText: title })
const panel = (): Locator => page.getByRole('complementary', { name: /^Goal: / })
const overlay = (): Locator => page.locator('[data-overlay]')

test('[U38] the question after a move on the board is skipped by Escape and answered by Enter', async () => {
  const question = page.getByRole('dialog', { name: 'Moved to Stalled' })
  await card('Outline the developer portal').focus()
  await page.keyboard.press('5')
  await question.waitFor()
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  await page.getByRole('region', { name: /^Stalled, 1/ }).waitFor()
  await card('Outline the developer portal').focus()
  await page.keyboard.press('4')
  await page.getByRole('dialog', { name: 'Moved to Blocked' }).waitFor()
  await page.keyboard.type('Nobody to write it')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Design')
  await page.keyboard.press('Enter')
  await card('Outline the developer portal').getByText(/Nobody to write it/).waitFor()
  expect(await question.count()).toBe(0)
  for (let step = 0; step < 3; step += 1) await undo(page)
})

test('[U43] the move list takes a goal to a status, a quarter, a place and under another goal', async () => {
  const list = page.getByRole('dialog', { name: /^Move “/ })
  const move = async (keys: string): Promise<void> => {
    await card('Deploy blubberoid').first().focus()
    await page.keyboard.press('m')
    if (keys.length === 1) await page.keyboard.press(keys)
    else {
      await page.keyboard.type(keys)
      await page.keyboard.press('Enter')
    }
    await list.waitFor({ state: 'detached' })
  }
  const columnOf = (name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}, `) }).locator('[data-goal]')
  await move('3')
  await columnOf('Partially done').filter({ hasText: 'Deploy blubberoid' }).waitFor()
  await move('to the top')
  await expect.poll(() => columnOf('Partially done').first().innerText()).toContain('Deploy blubberoid')
  await move('under formalize')
  await expect.poll(() => card('Deploy blubberoid').count()).toBe(0)
  await undo(page)
  await card('Deploy blubberoid').waitFor()
  await move('Q3')
  await expect.poll(() => card('Deploy blubberoid').count()).toBe(0)
  for (let step = 0; step < 3; step += 1) await undo(page)
})

test('[U45] the panel, its lists and its dialogs pass axe in light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await card('Define metrics').click()
    await panel().waitFor()
    await panel().getByRole('button', { name: 'What changed' }).click()
    await panel().getByRole('textbox', { name: 'New note' }).click()
    await takePicture(page, `goal-${colorScheme}`)
    expect(await axeComplaints(page, { within: 'aside[aria-label^="Goal"]', coloursOnly: colorScheme === 'dark' })).toEqual([])
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    await card('Define metrics').focus()
    await page.keyboard.press('m')
    await overlay().waitFor()
    await takePicture(page, `move-${colorScheme}`)
    expect(await axeComplaints(page, { within: '[data-overlay]', coloursOnly: colorScheme === 'dark' })).toEqual([])
    await page.keyboard.press('Escape')
    await overlay().waitFor({ state: 'detached' })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  expect(app.complaints).toEqual([])
})
