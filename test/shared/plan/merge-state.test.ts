import { expect, test } from 'vitest'
import { exchangeEntries, mergesOf } from '../../../shared/plan/merge-state.ts'
import { exported, exporting, givenUp, merged, saved, takenBack } from './exchanges.ts'

test('[U151] exchanges are told with the newest first, each merge once and as it stands by now', () => {
  const log = [merged('m1', 1), exported('out', 2), merged('m2', 3), takenBack('m1', 4)]
  expect(exchangeEntries(log).map((entry) => (entry.kind === 'merge' ? [entry.id, entry.isTakenBack] : entry.file))).toEqual([['m2', false], 'out', ['m1', true]])
  expect(exchangeEntries([...log, merged('m1', 5)]).map((entry) => (entry.kind === 'merge' ? [entry.id, entry.isTakenBack] : entry.file))).toEqual([['m1', false], ['m2', false], 'out'])
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
