import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeSides } from '../bench/merge-sides.ts'
import { saved, setUpComputer, takePictures, type Computer, type OpenApp } from './app.ts'
import { axeComplaints } from './axe-complaints.ts'
import { openSet } from './open-text.ts'

const goals = 10_000
const edits = 2_000
const drawnAtMost = 120

let computer: Computer
let app: OpenApp
let page: Page

beforeAll(async () => {
  computer = await setUpComputer()
  app = await computer.start({ reducedMotion: 'reduce', viewport: { width: 1440, height: 860 } })
  page = app.page
  const { mySet, theirSet } = mergeSides({ goals, edits })
  await openSet(page, 'ours.plan.json', mySet)
  await page.getByRole('radio', { name: /^Year/ }).waitFor({ timeout: 60_000 })
  await saved(page)
  await openSet(page, 'theirs.plan.json', theirSet)
  await page.locator('[data-review-row]').first().waitFor({ timeout: 60_000 })
})

afterAll(async () => {
  await computer.remove()
})

/** Where the row with the focus stands in its section, and what is chosen in it. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const row = document.activeElement?.closest('[data-review-row]')
    const input = document.activeElement instanceof HTMLInputElement ? document.activeElement : null
    return `${row?.getAttribute('aria-posinset')} of ${row?.getAttribute('aria-setsize')} ${input?.type === 'radio' ? input.value : String(input?.checked)}`
  })
}

const drawn = (): Promise<number> => page.locator('[data-review-row]').count()

test('[U132] two thousand differences among ten thousand goals are walked and decided by keys, and only rows in sight are drawn', async () => {
  await expect.poll(focused).toBe('1 of 1000 theirs')
  await takePictures(page, 'review-large')
  await page.keyboard.press('End')
  await expect.poll(focused).toBe('1000 of 1000 true')
  expect(await drawn()).toBeLessThan(drawnAtMost)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(focused).toBe('1000 of 1000 false')
  await page.keyboard.press('N')
  await expect.poll(focused).toBe('1000 of 1000 theirs')
  await page.keyboard.press('1')
  await expect.poll(focused).toBe('1000 of 1000 mine')
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('k')
  await expect.poll(focused).toBe('970 of 1000 theirs')
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('PageDown')
  expect(await drawn()).toBeLessThan(drawnAtMost)
  await page.keyboard.press('Home')
  await expect.poll(focused).toBe('1 of 1000 theirs')
  expect(await axeComplaints(page)).toEqual([])
})

test('[U132] all conflicts are confirmed at once, and the merge is done with what was chosen', async () => {
  await page.getByRole('button', { name: 'These are right' }).first().click()
  await page.getByText('1000 of 1000 decided').waitFor()
  await page.getByRole('button', { name: 'Merge 1998 changes' }).click()
  await page.locator('[data-overlay]').waitFor({ state: 'detached', timeout: 20_000 })
  await saved(page)
  expect(app.complaints).toEqual([])
})
