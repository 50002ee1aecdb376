import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openLargePlan } from './large-plan.ts'

test('[U13] a move draws as many cards among ten thousand goals as among a hundred', async () => {
  const few = await drawnByMove(100)
  const many = await drawnByMove(10_000)
  expect(few).toBeGreaterThan(0)
  // heights differ a little, and with them how many cards fit
  expect(many).toBeLessThanOrEqual(few * 2)
})

/** How many elements of the page a move by key adds, removes or changes. */
async function drawnByMove(goals: number): Promise<number> {
  const { page, complaints, close } = await openLargePlan(goals)
  await page.getByRole('radio', { name: /^Year/ }).click()
  await page.locator('[data-goal]').first().focus()
  expect(await page.locator('[data-goal]').count()).toBeLessThan(200)
  const drawn = await countChanges(page)
  await reachesTheLastCard(page, goals)
  expect(complaints).toEqual([])
  await close()
  return drawn
}

async function countChanges(page: Page): Promise<number> {
  await page.evaluate(() => {
    const seen: Node[] = []
    Object.assign(window, { seen })
    new MutationObserver((records) => {
      for (const record of records) seen.push(record.target, ...record.addedNodes, ...record.removedNodes)
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  await page.keyboard.press('Alt+ArrowDown')
  const count = (): Promise<number> => page.evaluate(() => new Set((window as unknown as { readonly seen: readonly Node[] }).seen).size) // put there a moment ago
  // what is drawn after the card itself is drawn when the machine comes to it: until no more is
  let [drawn, before] = [await count(), -1]
  while (drawn === 0 || drawn !== before) {
    before = drawn
    await page.waitForTimeout(300)
    drawn = await count()
  }
  return drawn
}

/** However long the column: End leads to its last card, which is then drawn and has the focus. */
async function reachesTheLastCard(page: Page, goals: number): Promise<void> {
  await page.keyboard.press('End')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="listitem"]')?.getAttribute('aria-posinset'))).toBe(await page.evaluate(() => document.activeElement?.closest('[role="listitem"]')?.getAttribute('aria-setsize')))
  expect(Number(await page.evaluate(() => document.activeElement?.closest('[role="listitem"]')?.getAttribute('aria-setsize')))).toBeGreaterThan(goals / 20)
}
