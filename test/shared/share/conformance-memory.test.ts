import { expect, test } from 'vitest'
import { fuzzPlan } from '../changes/history/fuzz.ts'
import { neverHappened, playShareHistories } from './conformance.ts'
import { openMemoryPlace } from './memory-place.ts'

const { runs, seed } = fuzzPlan(1_500)

test('[D2] after any history, whatever the mailbox did, all computers hold the same once they have looked a few times: every acknowledged edit, and every conflict once', { timeout: 600_000 }, async () => {
  const tally = await playShareHistories({ title: 'shares in memory', runs, seed, openPlace: openMemoryPlace, computers: [3, 3], steps: 40 })
  expect(tally.histories < 300 ? [] : neverHappened(tally)).toEqual([])
})
