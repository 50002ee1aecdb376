import { expect, test } from 'vitest'
import { fuzzPlan } from '../changes/history/fuzz.ts'
import { neverHappened, playShareHistories } from './conformance.ts'
import { keptShareSeeds } from './kept-seeds.ts'
import { openMemoryPlace } from './memory-place.ts'

const { runs, seed } = fuzzPlan(1_500)

test('[D2] after any history of three computers all hold the same, whatever the mailbox did: every acknowledged edit, and every conflict once', { timeout: 600_000 }, async () => {
  const tally = await playShareHistories({ title: 'shares of three in memory', runs, seed, kept: keptShareSeeds, openPlace: openMemoryPlace, computers: [3, 3], steps: 32 })
  expect(neverHappened(tally, 300)).toEqual([])
})
