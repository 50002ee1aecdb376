import { expect, test } from 'vitest'
import { openLargePlan } from './large-plan.ts'

test('[T29] with ten thousand goals every moment is shown, only what is in sight is drawn, and the last card is reached', async () => {
  const { page, complaints, close } = await openLargePlan(10_000)
  await page.getByRole('radio', { name: /^Year/ }).click()
  await page.getByRole('navigation').getByRole('button', { name: 'History' }).click()
  const screen = page.getByRole('main', { name: 'History' })
  await screen.locator('[data-past-goal]').first().waitFor()
  await page.getByRole('slider').press('Home')
  await expect.poll(() => screen.textContent()).toContain('As it was on Jul 1, 2018.')
  await expect.poll(() => screen.locator('[data-past-goal]').count()).toBeGreaterThan(0)
  expect(await screen.locator('[data-past-goal]').count()).toBeLessThan(200)
  // the notes of October were written in July, and not there yet
  await expect.poll(() => screen.locator('[data-past-goal]').filter({ hasText: 'Oct 2' }).count()).toBe(0)
  await page.getByRole('slider').press('End')
  await expect.poll(() => screen.locator('[data-past-goal]').filter({ hasText: 'Oct 2' }).count()).toBeGreaterThan(0)
  await screen.locator('[data-past-goal]').first().focus()
  await page.keyboard.press('End')
  const place = (name: string): Promise<string | null | undefined> => page.evaluate((attribute) => document.activeElement?.closest('[role="listitem"]')?.getAttribute(attribute), name)
  await expect.poll(async () => (await place('aria-posinset')) === (await place('aria-setsize'))).toBe(true)
  expect(Number(await place('aria-setsize'))).toBeGreaterThan(500)
  await screen.getByRole('radio', { name: 'Plan' }).click()
  await screen.getByRole('treeitem').first().waitFor()
  expect(await screen.getByRole('treeitem').count()).toBeLessThan(100)
  expect(complaints).toEqual([])
  await close()
})
