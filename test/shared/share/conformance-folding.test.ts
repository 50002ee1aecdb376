import { expect, test } from 'vitest'
import { fuzzPlan } from '../changes/history/fuzz.ts'
import { playShareHistories } from './conformance.ts'
import { keptFoldingSeeds } from './kept-seeds.ts'
import { openMemoryPlace } from './memory-place.ts'

const { runs, seed } = fuzzPlan(400)

test('[O113] wherever and whenever old history is folded away in a share, all computers say the same in the end, know the same and hold every conflict once; of what was acknowledged nothing is missing but what was folded away, none of which counts', { timeout: 600_000 }, async () => {
  const tally = await playShareHistories({ title: 'shares with folding', runs, seed: seed + 7_000_000, kept: keptFoldingSeeds, openPlace: openMemoryPlace, computers: [3, 3], steps: 50, isFolding: true })
  expect(tally.histories < 300 ? [1, 1] : [tally.folds, tally.foldedCells].map((count) => Math.min(1, count))).toEqual([1, 1])
})
