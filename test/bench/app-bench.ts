import type { Page } from 'playwright-core'
import { openLargePlan } from '../e2e/large-plan.ts'
import { median, row } from './measure.ts'

const moves = 25

/** The built app in a real Chromium: opening a plan, and a move from key to the next frame. */
export async function benchApp(): Promise<void> {
  const first = await benchSize(100)
  for (const goals of [1_000, 10_000]) {
    const { frame } = await benchSize(goals)
    row(`a move to the next frame, ${goals} goals`, { ms: frame, 'against 100 goals': frame / first.frame })
  }
}

async function benchSize(goals: number): Promise<{ readonly frame: number }> {
  const { page, text, close } = await openLargePlan(goals)
  await page.getByRole('radio', { name: /^Year/ }).click()
  await page.locator('[data-saving="saved"]').waitFor({ timeout: 120_000 })
  await page.waitForTimeout(4_000) // the checkpoint is written when nobody waits for it
  await page.reload()
  await page.locator('[data-goal]').first().waitFor({ timeout: 60_000 })
  if (goals === 10_000) await benchOpening({ page, text })
  const frame = await timeMoves(page)
  if (goals === 100) row('a move to the next frame, 100 goals', { ms: frame })
  await close()
  return { frame }
}

async function benchOpening({ page, text }: { readonly page: Page; readonly text: string }): Promise<void> {
  const opens: number[] = []
  for (let run = 0; run < 5; run += 1) {
    await page.reload()
    await page.locator('[data-goal]').first().waitFor({ timeout: 60_000 })
    opens.push(await page.evaluate(() => performance.getEntriesByName('plan opened')[0]?.duration ?? Number.NaN))
  }
  const parse = await page.evaluate((json) => {
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now()
      JSON.parse(json)
      return performance.now() - start
    })
    return times.toSorted((a, b) => a - b)[3] ?? 0
  }, text)
  const open = median(opens)
  row('open a stored plan of 10,000 goals', { ms: open, 'JSON.parse': parse, ratio: open / parse })
}

/** Presses Alt+Arrow on a card in the page itself, and takes the time until the frame that shows it has been drawn. */
async function timeMoves(page: Page): Promise<number> {
  await page.locator('[data-goal]').first().focus()
  const times = await page.evaluate(async (count) => {
    const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const taken: number[] = []
    for (let index = 0; index < count; index += 1) {
      await painted()
      const start = performance.now()
      const key = index % 2 === 0 ? 'ArrowDown' : 'ArrowUp'
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, altKey: true, bubbles: true, cancelable: true }))
      await painted()
      taken.push(performance.now() - start)
    }
    return taken
  }, moves)
  return median(times)
}
