import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { launchChromium } from '../chromium/launch.ts'
import { killAll, processesOf, untilGone } from '../chromium/processes.ts'

export interface WriteUntilKilled {
  readonly profile: string
  /** What is written is numbered; the browser dies at the very moment at which this one is acknowledged. */
  readonly target: number
  readonly open: (page: Page) => Promise<unknown>
  /** Writes without end; the page calls `acknowledged` with each number. */
  readonly hammer: (page: Page) => Promise<unknown>
}

/** @returns the last one that was acknowledged */
export async function writeUntilKilled({ profile, target, open, hammer }: WriteUntilKilled): Promise<number> {
  const browser = await launchChromium({ profile })
  const processes = await processesOf(browser)
  const closed = new Promise((done) => browser.once('close', done))
  const page = await browser.newPage()
  let last = 0
  await page.exposeBinding('acknowledged', (_source, written: number) => {
    last = written
    if (written === target) killAll(processes)
  })
  await open(page)
  await expect(hammer(page)).rejects.toThrow(/closed|crashed/)
  await closed
  await untilGone(processes)
  expect(last).toBeGreaterThanOrEqual(target)
  return last
}
