import { expect, test } from 'vitest'
import { fuzzPlan } from '../changes/history/fuzz.ts'
import { neverHappened, playShareHistories } from './conformance.ts'
import { keptMoreSeeds } from './kept-seeds.ts'
import { openMemoryPlace } from './memory-place.ts'

const { runs, seed } = fuzzPlan(1_500)

test('[D2] after any history of two to five computers all hold the same, whatever the mailbox did', { timeout: 600_000 }, async () => {
  // other seeds than those of three
  const tally = await playShareHistories({ title: 'shares of two to five in memory', runs, seed: seed + 1_000_000, kept: keptMoreSeeds, openPlace: openMemoryPlace, computers: [2, 5], steps: 28 })
  expect(neverHappened(tally, 300)).toEqual([])
})
