import { expect, test } from 'vitest'
import { exportsInPlace } from '../../../shared/plan/exports-in-place.ts'
import { isExchange, type DatedExchange } from '../../../shared/plan/exchange.ts'
import { exchangeEntries, mergesOf } from '../../../shared/plan/merge-state.ts'
import { canBeDoneAgain, hasExchangedSince } from '../../../shared/plan/other-merges.ts'

const merged = (id: string, at: number): DatedExchange => ({ kind: 'merged', id, file: `${id}.plan.json`, by: 'There', knows: [], added: 3, at })
const takenBack = (id: string, at: number): DatedExchange => ({ kind: 'takenBack', id, at })
const exported = (file: string, at: number): DatedExchange => ({ kind: 'exported', file, at })

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

const exporting = (id: string, at: number): DatedExchange => ({ kind: 'exporting', id, file: `${id} suggested`, at })
const saved = (id: string, at: number): DatedExchange => ({ kind: 'exported', id, file: `${id} saved`, at })
const givenUp = (id: string, at: number): DatedExchange => ({ kind: 'notExported', id, at })

test('[U189] a file went out when it was taken from the plan, by the name under which it was saved; one that was given up did not', () => {
  const log = [exporting('e1', 1), merged('m1', 2), exporting('e2', 3), saved('e1', 4), merged('m2', 5), givenUp('e2', 6), exporting('e3', 7), exported('old', 8)]
  expect(exportsInPlace(log)).toEqual([{ ...saved('e1', 1) }, merged('m1', 2), merged('m2', 5), exporting('e3', 7), exported('old', 8)])
  expect(exportsInPlace([merged('m1', 1), exported('old', 2)])).toEqual([merged('m1', 1), exported('old', 2)])
})

test('[U189] of a file that was never said to be saved a merge is out all the same, and it is not listed', () => {
  const log = [merged('m1', 1), exporting('e1', 2), takenBack('m1', 3)]
  expect(mergesOf(log)).toMatchObject([{ id: 'm1', isTakenBack: true, left: { file: 'e1 suggested', at: 2 } }])
  expect(exchangeEntries(log).map(({ kind }) => kind)).toEqual(['merge'])
  expect(hasExchangedSince({ exchanges: [...log.slice(0, 1), takenBack('m1', 2), exporting('e1', 3)], id: 'm1' })).toBe(true)
  expect(hasExchangedSince({ exchanges: [...log.slice(0, 1), takenBack('m1', 2), exporting('e1', 3), givenUp('e1', 4)], id: 'm1' })).toBe(false)
})

test('[U151] what is no exchange is none', () => {
  const { at: _, ...one } = merged('m1', 1)
  expect(isExchange(one)).toBe(true)
  expect([{ kind: 'exporting', id: 'e', file: 'f' }, { kind: 'exported', file: 'f' }, { kind: 'exported', id: 'e', file: 'f' }, { kind: 'notExported', id: 'e' }].map(isExchange)).toEqual([true, true, true, true])
  expect([{ kind: 'exporting', id: 'e' }, { kind: 'exported', id: 1, file: 'f' }, { kind: 'notExported' }].map(isExchange)).toEqual([false, false, false])
  expect([{ ...one, added: '3' }, { ...one, knows: [1] }, { kind: 'other', id: 'm1' }, null].map(isExchange)).toEqual([false, false, false, false])
})
