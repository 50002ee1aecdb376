import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp, undo } from './app.ts'

let app: OpenApp & { readonly close: () => Promise<void> }
let page: OpenApp['page']

beforeAll(async () => {
  app = await openApp({ quarter: 2 })
  page = app.page
  await page.locator('[data-goal]').first().focus()
  // a computer that draws three times in a second
  await page.evaluate(() => {
    window.requestAnimationFrame = (callback) => window.setTimeout(() => callback(performance.now()), 350)
    window.cancelAnimationFrame = (id) => window.clearTimeout(id)
  })
})

afterAll(async () => {
  await app.close()
})

const card = (title: string): Locator => page.locator('[data-goal]').filter({ hasText: title })

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('[U192] what is typed at once after the key for a dialog is in the dialog', async () => {
  await card('Outline the developer portal').focus()
  await press('5')
  await page.keyboard.type('Nobody to write it')
  await press('Control+Enter')
  await expect.poll(() => card('Outline the developer portal').innerText()).toContain('Nobody to write it')
})

test('[U192] what is typed at once after the key for a list of moves is in it, and Enter takes what was found', async () => {
  await card('Deploy blubberoid').focus()
  await press('m')
  await page.keyboard.type('Q3')
  await press('Enter')
  await expect.poll(() => card('Deploy blubberoid').count()).toBe(0)
  await undo(page)
  await card('Deploy blubberoid').waitFor()
})

test('[U192] what is typed at once after the key for the palette is in it, and a word that ends with G begins no G B', async () => {
  await card('Deploy blubberoid').focus()
  await press('Control+k')
  await page.keyboard.type('exchang')
  await press('Enter')
  await page.getByRole('heading', { name: 'To review' }).waitFor()
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  await press('g', 'b')
  await expect.poll(() => card('Deploy blubberoid').count()).toBe(1)
})

test('[U192] what is typed at once after the key for a note and for a title is in the field', async () => {
  await card('Deploy blubberoid').focus()
  await press('n')
  await page.keyboard.type('It serves both clusters')
  await press('Control+Enter')
  await page.getByRole('complementary').getByText('It serves both clusters').waitFor()
  await press('Escape')
  await card('Deploy blubberoid').focus()
  await press('e', 'End')
  await page.keyboard.type(', and keep it')
  await press('Enter')
  await expect.poll(() => card('Deploy blubberoid, and keep it').count()).toBe(1)
})

test('[U192] what is typed at once after a command of the palette is in the field it leads to', async () => {
  await card('Deploy blubberoid').focus()
  await press('Control+k')
  await page.keyboard.type('Write a note')
  await press('Enter')
  await page.keyboard.type('Written at once')
  expect(await page.getByRole('textbox', { name: 'New note' }).inputValue()).toBe('Written at once')
  await press('Control+Enter', 'Escape')
})

test('[U192] keys pressed at once after a dialog is left are keys of the screen, and the one that leaves it is not', async () => {
  await card('Define metrics').click()
  await page.getByRole('complementary').waitFor()
  await press('Control+k', 'Escape', 'g', 'p')
  await page.getByRole('treegrid').waitFor()
  expect(await page.getByRole('complementary').count()).toBe(1) // Escape was for the palette
})
