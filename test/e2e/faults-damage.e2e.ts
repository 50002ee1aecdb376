import { expect, test } from 'vitest'
import { copies } from '../faults/campaigns/copies.ts'
import { damage } from '../faults/campaigns/damage.ts'
import { desktop } from '../faults/campaigns/desktop.ts'
import type { Campaign, Orders } from '../faults/harness/figure.ts'

// The short forms of `npm run faults`, which does each of them to all files, again and again.

async function brokenBy(campaign: Campaign, orders: Partial<Orders>): Promise<readonly string[]> {
  const figures = await campaign.run({ rounds: 0, seed: 7, isShort: true, say: () => undefined, ...orders })
  expect(figures.length).toBe(orders.only?.length)
  return figures.flatMap(({ broken }) => broken)
}

test('[Z4] whatever was done to the files of a database, in LevelDB: the first board drawn has all that was saved, and the person is told', async () => {
  expect(await brokenBy(damage, { only: ['LevelDB, log cut to half'] })).toEqual([])
})

test('[Z4] and in SQLite', async () => {
  expect(await brokenBy(damage, { only: ['SQLite, log of the plan: 64 bytes flipped', 'SQLite, database file of the library cut to half'] })).toEqual([])
})

test('[Z5] a second copy that is damaged takes nothing from a whole database, and is mended from it', async () => {
  expect(await brokenBy(copies, { only: ['each file emptied'] })).toEqual([])
})

test('[Z6] on the desktop the files of a damaged database are kept aside as well', async () => {
  expect(await brokenBy(desktop, { only: ['log cut to half'] })).toEqual([])
})
