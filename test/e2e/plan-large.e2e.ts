import { expect, test } from 'vitest'
import { openLargePlan } from './large-plan.ts'

test('[U99] with ten thousand goals only the rows in sight are drawn, and the last one is a key away', async () => {
  const large = await openLargePlan(10_000)
  await large.page.getByRole('navigation').getByRole('button', { name: 'Plan' }).click()
  const tree = large.page.getByRole('treegrid')
  // outputs are closed at first
  expect(Number(await tree.getAttribute('aria-rowcount'))).toBeLessThan(1_000)
  await large.page.getByRole('button', { name: 'Open all' }).click()
  await expect.poll(async () => Number(await tree.getAttribute('aria-rowcount'))).toBeGreaterThan(10_000)
  expect(await large.page.locator('[data-row]').count()).toBeLessThan(120)
  await large.page.locator('[data-row]').first().focus()
  await large.page.keyboard.press('End')
  await expect.poll(() => large.page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe(await tree.getAttribute('aria-rowcount'))
  expect(large.complaints).toEqual([])
  await large.close()
})
