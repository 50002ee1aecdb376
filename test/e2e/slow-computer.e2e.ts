import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addChanges } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { openApp, type OpenApp, undo } from './app.ts'
import { exportedSet } from './export-plan.ts'
import { openSet } from './open-text.ts'

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

test('[U192] who goes on by Tab in a dialog that has just opened is not taken back to its first field', async () => {
  await card('Deploy blubberoid').focus()
  await press('4')
  await page.keyboard.type('Too few hands')
  await press('Tab')
  await page.keyboard.type('Somebody on another team, who answers late', { delay: 20 })
  await press('Control+Enter')
  await expect.poll(() => card('Deploy blubberoid').innerText()).toContain('Somebody on another team, who answers late')
  await undo(page)
  await undo(page)
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

test('[U193] the first of two keys, pressed twice, begins anew', async () => {
  await card('Deploy blubberoid').focus()
  await press('g', 'e')
  await page.getByRole('heading', { name: 'To review' }).waitFor()
  await press('g', 'g', 'b')
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
  await expect.poll(() => page.getByRole('textbox', { name: 'New note' }).inputValue()).toBe('Written at once')
  await press('Control+Enter', 'Escape')
})

test('[U192] keys pressed at once after a dialog is left are keys of the screen, and the one that leaves it is not', async () => {
  await card('Define metrics').click()
  await page.getByRole('complementary').waitFor()
  await press('Control+k', 'Escape', 'g', 'p')
  await page.getByRole('treegrid').waitFor()
  await expect.poll(() => page.getByRole('complementary').count()).toBe(1) // Escape was for the palette
})

test('[U192] a review that was long in coming has the focus once it is there, whatever it says', async () => {
  const set = await exportedSet(page)
  // every look at the clock finds it a tenth of a second later, so that no review is there at once
  await page.evaluate(() => {
    let now = performance.now()
    performance.now = () => (now += 100)
  })
  await openSet(page, 'own.plan.json', set)
  await page.getByText('Nothing new: everything in this file is already here.').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Close')
  await press('Enter')
  await page.locator('[data-overlay]').waitFor({ state: 'detached' })
  const at = formatStamp({ ms: Date.now() + 9.5 * 86_400_000, counter: 0, writer: 'ssssssssss0' })
  await openSet(page, 'ahead.plan.json', addChanges(set, [{ at, on: 'goal:sample-trainings', set: { status: 'postponed' } }]).set)
  await page.getByText(/^A clock runs ahead/).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('label')?.textContent)).toBe('Merge all the same')
  await press('Escape')
  await page.evaluate(() => Reflect.deleteProperty(performance, 'now')) // the browser's own again
})
