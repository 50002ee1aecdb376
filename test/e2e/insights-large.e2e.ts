import { expect, test } from 'vitest'
import { bigPlan } from '../bench/big-plan.ts'
import { setUpComputer, takePicture } from './app.ts'
import { openSet } from './open-text.ts'

test('[I38] [I39] with ten thousand goals the charts come beside all else and lists are folded; what is not scheduled has none', async () => {
  const computer = await setUpComputer()
  const { page, complaints } = await computer.start()
  // everything was written on the first day of the year: half a year later each goal has stood as it stands
  await page.clock.setFixedTime(new Date('2018-12-06T12:00:00Z'))
  await page.reload()
  await page.getByRole('main').waitFor()
  await openSet(page, 'large.plan.json', bigPlan({ goals: 10_000 }))
  await page.getByRole('radio', { name: /^Year/ }).click({ timeout: 60_000 })
  const screen = page.getByRole('main', { name: 'Insights' })
  await page.getByRole('navigation').getByRole('button', { name: 'Insights' }).click()
  await screen.waitFor()
  // they are still being worked out, and keys are heard
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.getByRole('main', { name: 'Board' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await screen.getByRole('figure', { name: /of 10000 goals are done by today, December 6; \d+ are blocked or stalled\.$/ }).waitFor({ timeout: 60_000 })
  const waiting = screen.getByRole('region', { name: 'How long goals have been held up' })
  await waiting.getByRole('application').focus()
  await page.keyboard.press('End')
  await takePicture(page, 'insights-large')
  await expect.poll(() => waiting.locator('[data-row]').count()).toBe(12)
  await waiting.getByRole('button', { name: /^Show all \d+/ }).waitFor()
  await page.getByRole('radio', { name: 'Not scheduled' }).click()
  await screen.getByText('Goals that are not scheduled have no time to look at.').waitFor()
  expect(complaints).toEqual([])
  await computer.remove()
})
