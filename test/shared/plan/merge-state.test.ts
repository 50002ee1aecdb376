import { expect, test } from 'vitest'
import { exchangeEntries, mergesOf, type ExchangeEntry } from '../../../shared/plan/merge-state.ts'
import { openShares } from '../../../shared/plan/open-shares.ts'
import { exported, exporting, givenUp, merged, saved, shared, takenBack, unshared } from './exchanges.ts'

const nameOf = (entry: ExchangeEntry): unknown => {
  if (entry.kind === 'merge') return [entry.id, entry.isTakenBack]
  return entry.kind === 'export' ? entry.file : `${entry.kind} ${entry.place}`
}

test('[U151] exchanges are told with the newest first, each merge once and as it stands by now', () => {
  const log = [merged('m1', 1), exported('out', 2), merged('m2', 3), takenBack('m1', 4)]
  expect(exchangeEntries(log).map(nameOf)).toEqual([['m2', false], 'out', ['m1', true]])
  expect(exchangeEntries([...log, merged('m1', 5)]).map(nameOf)).toEqual([['m1', false], ['m2', false], 'out'])
})

test('[U151] a merge that went out, was set back and done again has gone out all the same', () => {
  const log = [merged('m1', 1), exported('out', 2), takenBack('m1', 3), merged('m1', 4)]
  expect(mergesOf(log)).toMatchObject([{ id: 'm1', at: 4, isTakenBack: false, left: { file: 'out', at: 2 } }])
})

test('[U151] a merge that was taken back before anything went out has not', () => {
  const log = [merged('m1', 1), takenBack('m1', 2), exported('out', 3), merged('m1', 4)]
  expect(mergesOf(log)).toMatchObject([{ id: 'm1', left: null }])
})

test('[U189] of a file that was never said to be saved a merge may be out, and it is not listed', () => {
  const log = [merged('m1', 1), exporting('e1', 2), takenBack('m1', 3)]
  expect(mergesOf(log)).toMatchObject([{ id: 'm1', isTakenBack: true, left: { file: 'e1 suggested', at: 2, isSaved: false } }])
  expect(exchangeEntries(log).map(({ kind }) => kind)).toEqual(['merge'])
  expect(mergesOf([...log, saved('e1', 4)])).toMatchObject([{ id: 'm1', left: { file: 'e1 saved', at: 2, isSaved: true } }])
})

test('[U189] a merge that was set back while a file was being saved is never taken for one that was taken out, also when the file is given up', () => {
  const log = [merged('m1', 1), exporting('e1', 2), takenBack('m1', 3), givenUp('e1', 4)]
  expect(mergesOf(log)).toMatchObject([{ isTakenBack: true, left: { isSaved: false } }])
  expect(mergesOf([...log, merged('m1', 5), exported('out', 6)])).toMatchObject([{ isTakenBack: false, left: { isSaved: false } }])
})

test('[O50] what was merged counts as out from the moment the plan is shared, and so does what is merged while it is', () => {
  const log = [merged('m1', 1), shared('s1', 2), merged('m2', 3)]
  expect(mergesOf(log)).toMatchObject([
    { id: 'm2', left: { file: 's1 folder', at: 3, isSaved: true, isShare: true } },
    { id: 'm1', left: { file: 's1 folder', at: 2, isSaved: true, isShare: true } },
  ])
})

test('[O50] what is merged after the share was left is not out, and what was in it stays out', () => {
  const log = [merged('m1', 1), shared('s1', 2), merged('m2', 3), unshared('s1', 4), merged('m3', 5)]
  expect(mergesOf(log).map(({ id, left }) => [id, left !== null])).toEqual([['m3', false], ['m2', true], ['m1', true]])
})

test('[O50] a merge that was taken out before the plan was shared is not out, and is once it is done again', () => {
  const log = [merged('m1', 1), takenBack('m1', 2), shared('s1', 3)]
  expect(mergesOf(log)).toMatchObject([{ id: 'm1', isTakenBack: true, left: null }])
  expect(mergesOf([...log, merged('m1', 4)])).toMatchObject([{ id: 'm1', isTakenBack: false, left: { file: 's1 folder', at: 3 } }])
  expect(mergesOf([...log, unshared('s1', 4), merged('m1', 5)])).toMatchObject([{ id: 'm1', isTakenBack: false, left: { file: 's1 folder', at: 3 } }])
})

test('[O50] one share ends without the other, and what a log says twice is said once', () => {
  const log = [shared('s1', 1), shared('s1', 2), shared('s2', 3), unshared('s1', 4)]
  expect(openShares(log).map(({ id }) => id)).toEqual(['s2'])
  expect(mergesOf([...log, merged('m1', 5)])).toMatchObject([{ left: { file: 's2 folder' } }])
  expect(openShares([...log, unshared('s2', 5), unshared('s2', 6)])).toEqual([])
})

test('[O51] that a share began and ended is told among what was exchanged', () => {
  expect(exchangeEntries([shared('s1', 1), shared('s1', 2), merged('m1', 3), unshared('s1', 4), unshared('s3', 5)]).map(nameOf)).toEqual(['unshared s1 folder', ['m1', false], 'shared s1 folder'])
})
