import { expect, test } from 'vitest'
import { clocks } from '../faults/campaigns/clocks.ts'
import { full } from '../faults/campaigns/full.ts'
import { kill } from '../faults/campaigns/kill.ts'
import { tabs } from '../faults/campaigns/tabs.ts'
import { upgrade } from '../faults/campaigns/upgrade.ts'
import type { Campaign, Orders } from '../faults/harness/figure.ts'

// The short forms of `npm run faults`, which does the same for as long as it takes.

async function brokenBy(campaign: Campaign, orders: Partial<Orders>): Promise<readonly string[]> {
  const figures = await campaign.run({ rounds: 1, seed: 41, isShort: true, say: () => undefined, ...orders })
  expect(figures.length).toBeGreaterThan(0)
  return figures.flatMap(({ broken }) => broken)
}

test('[Z1] a browser killed while a person edits by keyboard has lost nothing that was said to be saved, and holds no edit in part', async () => {
  expect(await brokenBy(kill, { rounds: 2 })).toEqual([])
})

test('[Z7] without room an edit is said not to be saved within a second, stays in sight, changes no row, and is written once there is room', async () => {
  expect(await brokenBy(full, { rounds: 2, only: ['quota', 'disk full (LevelDB)'] })).toEqual([])
})

test('[Z8] two tabs that edit the same goals at once lose nothing and end alike, and the second copy has all of it', async () => {
  expect(await brokenBy(tabs, { rounds: 40 })).toEqual([])
})

test('[Z9] an upgrade under an open tab is not held up, the older asks to be reloaded, and no row is lost', async () => {
  expect(await brokenBy(upgrade, {})).toEqual([])
})

test('[Z10] with a clock ten years on, an hour back, standing still or a day apart no edit is refused, and what is done last counts', async () => {
  expect(await brokenBy(clocks, {})).toEqual([])
})
