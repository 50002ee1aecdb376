import { expect, test } from 'vitest'
import { fuzzPlan } from '../changes/history/fuzz.ts'
import { playShareHistories } from './conformance.ts'
import { openMemoryPlace } from './memory-place.ts'

const { runs, seed } = fuzzPlan(80)

test('[O118] what a copy of a profile puts between a look of the other and what that puts then is read, and all hold it, though the copy is never seen again', { timeout: 600_000 }, async () => {
  const tally = await playShareHistories({ title: 'shares with own items that others write', runs, seed: seed + 9_000_000, openPlace: openMemoryPlace, computers: [2, 3], steps: 30, isOvertaken: true })
  expect(tally.histories < 50 ? 1 : Math.min(1, tally.overtaken)).toBe(1)
})
