import { expect, test } from 'vitest'
import type { DatedExchange } from '../../../shared/plan/exchange.ts'
import { canBeDoneAgain, hasExchangedSince } from '../../../shared/plan/done-again.ts'
import { exported, exporting, givenUp, merged, shared, takenBack, unshared } from './exchanges.ts'

test('[U175] a merge is done again unless another one was taken out since, and is out', () => {
  const both = [merged('m1', 1), merged('m2', 2), takenBack('m2', 3)]
  expect(canBeDoneAgain({ exchanges: both, id: 'm2' })).toBe(true)
  expect(canBeDoneAgain({ exchanges: [...both, takenBack('m1', 4)], id: 'm2' })).toBe(false)
  expect(canBeDoneAgain({ exchanges: [...both, takenBack('m1', 4)], id: 'm1' })).toBe(true)
  expect(canBeDoneAgain({ exchanges: [...both, takenBack('m1', 4), merged('m1', 5)], id: 'm2' })).toBe(true)
  expect(canBeDoneAgain({ exchanges: [merged('m1', 1), exported('out', 2), merged('m2', 3), takenBack('m2', 4), takenBack('m1', 5)], id: 'm2' })).toBe(true)
})

test('[U175] whether anything went or came since a merge was taken back: a file that left, or another that was merged', () => {
  const begun = [merged('m1', 1), exported('early', 2), merged('m2', 3), takenBack('m2', 4)]
  const since = (...more: readonly DatedExchange[]): boolean => hasExchangedSince({ exchanges: [...begun, ...more], id: 'm2' })
  expect([since(), since(takenBack('m1', 5), merged('m1', 6))]).toEqual([false, false])
  expect([since(exported('out', 5)), since(merged('m3', 5)), since(merged('m3', 5), takenBack('m3', 6))]).toEqual([true, true, true])
})

test('[U189] a file that is being saved counts as gone since a merge was taken back, until it is given up', () => {
  const log = [merged('m1', 1), takenBack('m1', 2), exporting('e1', 3)]
  expect(hasExchangedSince({ exchanges: log, id: 'm1' })).toBe(true)
  expect(hasExchangedSince({ exchanges: [...log, givenUp('e1', 4)], id: 'm1' })).toBe(false)
})

test('[O50] a plan that was shared since a merge was taken out has been exchanged', () => {
  expect(hasExchangedSince({ exchanges: [merged('m1', 1), takenBack('m1', 2), shared('s1', 3)], id: 'm1' })).toBe(true)
  expect(hasExchangedSince({ exchanges: [shared('s0', 0), unshared('s0', 1), merged('m1', 2), takenBack('m1', 3)], id: 'm1' })).toBe(false)
})
