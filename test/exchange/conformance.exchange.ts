import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fuzzPlan } from '../shared/changes/history/fuzz.ts'
import { playShareHistories } from '../shared/share/conformance.ts'
import { openFolderPlace } from './folder-place.ts'

// The suite that every mailbox passes, on real folders of this computer's disk.

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue()) // the log says when a folder refuses
afterEach(() => void vi.restoreAllMocks())

const { runs, seed } = fuzzPlan(20)

test.each([
  { title: 'three computers in one folder', isOne: true, computers: [3, 3] },
  { title: 'two computers with a folder each', isOne: false, computers: [2, 2] },
  { title: 'five computers with a folder each', isOne: false, computers: [5, 5] },
] as const)('[J20] $title pass what every mailbox passes', { timeout: 600_000 }, async ({ title, isOne, computers }) => {
  let places = 0
  const openPlace = () => openFolderPlace({ isOne, seed: seed + (places += 1) })
  const tally = await playShareHistories({ title, runs, seed, openPlace, computers, steps: 40 })
  expect([tally.histories, tally.edits > runs, tally.received > runs, tally.emptied > 0, tally.strays > 0, tally.halves > 0]).toEqual([runs, true, true, true, true, true])
})
