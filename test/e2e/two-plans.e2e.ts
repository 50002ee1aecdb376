import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { foldChanges } from '../../shared/changes/fold.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import { setUpComputer, type Computer } from './app.ts'
import { openSet } from './open-text.ts'

let computer: Computer
let page: Page

beforeAll(async () => {
  computer = await setUpComputer()
  page = (await computer.start()).page
})

afterAll(async () => {
  await computer.remove()
})

/** Opens the file of a small plan, written by somebody else; a later one has one goal more. */
async function openPlan(name: string, goals: number): Promise<void> {
  const at = (ms: number): string => formatStamp({ ms: 1_540_000_000_000 + ms, counter: 0, writer: 'zzzzzzzzzz0' })
  const cards = Array.from({ length: goals }, (_, index) => ({ at: at(index), on: `goal:${name}${index}` as const, set: { title: `${name} ${index}`, quarter: 1, order: `a${index}` } }))
  const set = foldChanges([{ at: at(0), on: `plan:${name}`, set: { title: `Plan ${name}`, startsOn: '2018-07-01' } }, ...cards])
  await openSet(page, `${name}-${goals}.plan.json`, set)
}

test('[U16] a file of a plan on this computer is looked through before it is merged, whichever plan is open', async () => {
  await openPlan('one', 1)
  await page.getByText('one 0').waitFor()
  await openPlan('two', 1)
  await page.getByText('two 0').waitFor()
  await openPlan('one', 2)
  const review = page.locator('[data-overlay]')
  await review.getByText('one 1').waitFor()
  await page.keyboard.press('Escape')
  await review.waitFor({ state: 'detached' })
  await expect.poll(() => page.getByText('two 0').count()).toBe(1)
  await openPlan('one', 2)
  await review.getByText('one 1').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[data-goal]').filter({ hasText: 'one 1' }).waitFor()
  await page.keyboard.press('Control+z')
  await page.locator('[data-goal]').filter({ hasText: 'one 1' }).waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('[data-goal]').filter({ hasText: 'one 0' }).count()).toBe(1)
})
