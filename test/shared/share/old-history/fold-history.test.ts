import { expect, test } from 'vitest'
import type { Change, Edit } from '../../../../shared/changes/change.ts'
import { changesOf, changesOfRecord, foldChanges, recordIn, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { cellsOfField, createRecord, removeCells, winnerOf } from '../../../../shared/changes/folded-record.ts'
import { isSameKnows } from '../../../../shared/changes/knows.ts'
import { removeChanges } from '../../../../shared/changes/remove-changes.ts'
import { valuesOf } from '../../../../shared/changes/sharded-map.ts'
import { formatStamp, msOf } from '../../../../shared/changes/stamp.ts'
import { takeIn, type TakenIn } from '../../../../shared/changes/take-in.ts'
import { hasKind, type RecordId } from '../../../../shared/model/ids.ts'
import { historyToFoldInSteps, historyToFold, type FoldHistory } from '../../../../shared/share/old-history/fold-history.ts'
import { withoutReturned } from '../../../../shared/share/old-history/returned-history.ts'
import { pageStamp } from '../../../../shared/wiki/page/page-stamp.ts'
import { faultsOf } from './fold-faults.ts'
import { playFolds, type Fold } from './fold-world.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 250)
/** Played in every run: one that was broken by old history that was left out before it was told what clashes. */
const keptSeeds = [1788]
const day = 24 * 3_600_000
const [mine, theirs] = ['aaaaaaaaaa0', 'bbbbbbbbbb0']
const horizon = 100 * day

function on(record: RecordId, days: number, set: Edit['set'], writer = mine): Change {
  return { at: formatStamp({ ms: days * day, counter: 0, writer }), on: record, set }
}

/** A goal described five times: on days 1, 10, 20, 90 and 120, of which the fourth stood on day 100. */
const described = [
  on('goal:a', 1, { title: 'A', status: 'todo', description: 'first', order: 'a0' }),
  ...[10, 20, 90, 120].map((days) => on('goal:a', days, { description: `on day ${days}` })),
  on('goal:b', 130, { title: 'B' }),
]

function folded(changes: readonly Change[], more: Partial<FoldHistory> = {}): readonly string[] {
  const gone = historyToFold({ set: foldChanges(changes), before: horizon, known: [], merges: [], ...more })
  return gone.map((change) => `${change.on} ${msOf(change.at) / day} ${Object.keys(change.set).join()}`)
}

test('[O100] What counts, what is known, every deletion and each moment since stay to the stamp, whatever is folded away; no conflict is lost and none is made', () => {
  let [cells, folds, takenBack] = [0, 0, 0]
  for (const seed of [...keptSeeds, ...Array.from({ length: runs }, (_, index) => index + 1)]) {
    const played = playFolds({ seed, fold: historyToFold })
    expect(faultsOf(played), `seed ${seed}`).toEqual([])
    cells += played.folded
    folds += played.folds
    takenBack += played.takenBack
  }
  // it did something, or it proves nothing
  expect([cells >= runs, folds >= runs, takenBack >= runs / 2]).toEqual([true, true, true])
})

test('[O101] What was overwritten before the day goes, but for what stood on it', () => {
  expect(folded(described)).toEqual(['goal:a 1 description', 'goal:a 10 description', 'goal:a 20 description'])
  expect(folded(described, { before: 0 })).toEqual([])
})

test('[O102] Words and places go; how a goal went, what it was called and what nobody knows stay', () => {
  const fields = { description: 'x', order: 'a1', reason: 'x', waitingOn: 'x', owner: 'x', status: 'done', quarter: 2, title: 'T', deleted: true, 'teams/SRE': true, since: '2018-01-01', dropped: true, foreign: 1 }
  const changes = [1, 10, 20, 30].map((days) => on('goal:a', days, { ...fields, stretch: days > 10 }))
  const gone = folded([...changes, on('goal:b', 40, { title: 'B' })])
  expect(new Set(gone.map((each) => each.split(' ')[2]))).toEqual(new Set(['description', 'order', 'owner', 'reason', 'waitingOn']))
  expect(folded([...[1, 2, 3].map((days) => on('future:a', days, { text: `${days}` })), on('goal:b', 40, { title: 'B' })])).toEqual([])
})

test('[O103] Only what every computer that is asked has seen overwritten goes', () => {
  const knows = (days: number): ChangeSet['knows'] => foldChanges(described.filter(({ at }) => msOf(at) <= days * day)).knows
  expect(folded(described, { known: [knows(90)] })).toHaveLength(3)
  expect(folded(described, { known: [knows(200), knows(89)] })).toEqual([])
  expect(folded(described, { known: [new Map()] })).toEqual([])
})

test('[O104] Of each writer what it wrote last stays, so that nobody takes for new what was known', () => {
  const changes = [...described, on('goal:a', 5, { description: 'theirs' }, theirs)]
  const set = foldChanges(changes)
  const gone = historyToFold({ set, before: horizon, known: [], merges: [] })
  expect(gone.map(({ at }) => msOf(at) / day)).toEqual([1, 10, 20])
  expect(isSameKnows(removeChanges(set, gone).set.knows, set.knows)).toBe(true)
  // what is known and isn't here, as after a file that holds a part, would be forgotten with the rest of its writer
  const part = { ...set, knows: new Map([...set.knows, [mine, formatStamp({ ms: 999 * day, counter: 0, writer: mine })]]) }
  expect(historyToFold({ set: part, before: horizon, known: [], merges: [] })).toEqual([])
})

test('[O105] Both edits of a conflict stay, whether it was looked at or not', () => {
  const name = (days: number): string => `${on('goal:a', days, {}).at} description`
  const conflict = { ...on('conflict:c', 20, { record: 'goal:a', earlier: name(10), later: name(20) }) }
  const marked = on('conflict:c', 30, { reviewed: true })
  expect(folded([...described, conflict])).toEqual(['goal:a 1 description'])
  expect(folded([...described, conflict, marked])).toEqual(['goal:a 1 description'])
})

test('[O106] What pages and files said stays: their next copies are compared with it', () => {
  const at = pageStamp({ key: 'pagepagepa', date: 3 * day, knows: new Map() })
  const byFile = on('goal:a', 15, { description: 'by a file' }, 'ffffffffffy')
  const gone = folded([...described, { at, on: 'goal:a', set: { description: 'on the page' } }, byFile])
  expect(gone).toEqual(['goal:a 1 description', 'goal:a 10 description', 'goal:a 20 description'])
})

test('[O107] A record still tells when it came to be, and that somebody has worked on it since', () => {
  const bare = [on('goal:a', 1, { description: 'first' }), on('goal:a', 2, { title: 'A' }), on('goal:a', 3, { description: 'second' }), on('goal:a', 4, { description: 'third' }), on('goal:b', 5, { title: 'B' })]
  expect(folded(bare)).toEqual(['goal:a 3 description'])
  const worked = [on('goal:a', 1, { title: 'A' }), on('goal:a', 3, { description: 'second' }), on('goal:a', 4, { description: 'third' }), on('goal:b', 5, { title: 'B' })]
  expect(folded(worked)).toEqual([])
})

test('[O108] What is below a merge that can be taken back stays, down to what no merge brought', () => {
  const brought = described.filter(({ at }) => msOf(at) >= 20 * day && msOf(at) < 130 * day)
  expect(folded(described, { merges: [{ at: 50 * day, brought }] })).toEqual(['goal:a 1 description'])
  expect(folded(described, { merges: [{ at: 200 * day, brought: described.slice(4, 5) }] })).toEqual([])
})

test('[O109] Old history that comes back from others is told from news, and left out', () => {
  const whole = foldChanges(described)
  const thin = removeChanges(whole, historyToFold({ set: whole, before: horizon, known: [], merges: [] })).set
  const news = foldChanges([...described, on('goal:a', 8, { description: 'of another' }, theirs), on('goal:c', 9, { title: 'C' }, theirs)])
  const left = (before: number): readonly (readonly [string, number])[] => {
    const set = withoutReturned({ set: thin, theirs: news, before })
    expect([...set.knows]).toEqual([...news.knows])
    return [...changesOf(set)].filter((change) => Object.hasOwn(change.set, 'description')).map((change) => [change.on, msOf(change.at) / day] as const).toSorted(([, a], [, b]) => a - b)
  }
  expect(left(horizon).map(([, days]) => days)).toEqual([8, 90, 120])
  expect(left(15 * day).map(([, days]) => days)).toEqual([8, 20, 90, 120])
  expect(left(0).map(([, days]) => days)).toEqual([1, 8, 10, 20, 90, 120])
  expect(withoutReturned({ set: whole, theirs: news, before: horizon })).toBe(news)
})

test('[O190] An edit that somebody else knows to be overwritten raises no conflict where what it was overwritten by was folded away here; one that nobody knew of does', () => {
  const whole = foldChanges(described)
  const thin = removeChanges(whole, historyToFold({ set: whole, before: horizon, known: [], merges: [] })).set
  // of another, who knew nothing of day 20 by then
  const older = [...described.slice(0, 2), on('goal:a', 15, { description: 'of another' }, theirs), on('goal:c', 16, { title: 'C' }, theirs)]
  const overwritten = foldChanges([...older, ...described.slice(2, 3)])
  const take = (set: ChangeSet, from: ChangeSet): TakenIn => takeIn({ set, theirs: from, taken: withoutReturned({ set, theirs: from, before: horizon }), edits: [], reviewed: new Set(), stamp: () => [] })
  const taken = take(thin, overwritten)
  expect([take(whole, overwritten).found, taken.found]).toEqual([[], []])
  expect(cellsOfField(recordIn(taken.folded.set, 'goal:a') ?? createRecord('goal:a', []), 'description').map(({ at }) => msOf(at) / day)).toEqual([15, 90, 120])
  expect(isSameKnows(taken.folded.set.knows, take(whole, overwritten).folded.set.knows)).toBe(true)
  // whoever doesn't know what it was overwritten by has it as what counts
  const standing = foldChanges(older)
  expect(take(thin, standing).found).toEqual(take(whole, standing).found)
  expect(take(thin, standing).found).toHaveLength(1)
})

test('[O110] It is done in steps, whichever size the plan has', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => described.map((change) => ({ ...change, on: `goal:g${index}` as const }))).flat()
  const steps = historyToFoldInSteps({ set: foldChanges([...many, on('goal:b', 200, { title: 'B' })]), before: horizon, known: [], merges: [] })
  let pauses = 0
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) pauses += 1
  expect(pauses).toBeGreaterThan(9)
  expect(step.value).toHaveLength(3_000)
})

const naive: Fold = ({ set, before }) =>
  [...valuesOf(set.records)].flatMap((record) => (hasKind(record.id, 'conflict') ? [] : changesOfRecord({ id: record.id, winners: [], losers: record.losers.filter(({ at, field }) => msOf(at) < before && msOf(winnerOf(record, field)?.at ?? '') < before) })))

/** Rules left out on purpose, and what shows it in which history: a seed tells another one when the steps change, and is then to be looked for anew. */
const mistakes: readonly { readonly name: string; readonly fold: Fold; readonly seed: number; readonly shows: string }[] = [
  {
    name: 'a deletion goes once those who are asked have it',
    // the whole record goes, as if it had never been: who still has it brings it back
    fold: (folding) => [
      ...historyToFold(folding),
      ...[...valuesOf(folding.set.records)].flatMap((record) => {
        const deletion = winnerOf(record, 'deleted')
        return deletion?.value === true && msOf(deletion.at) < folding.before ? changesOfRecord(record) : []
      }),
    ],
    seed: 0, shows: 'says something else in the end',
  },
  { name: 'what a writer wrote last goes', fold: naive, seed: 0, shows: 'knows something else' },
  { name: 'the edits of conflicts go', fold: (folding) => historyToFold({ ...folding, set: withoutConflicts(folding.set) }), seed: 2, shows: 'tells other conflicts' },
  { name: 'merges that can be taken back are not looked at', fold: (folding) => historyToFold({ ...folding, merges: [] }), seed: 729, shows: 'something else is found' },
  { name: 'what stood on the day goes', fold: (folding) => historyToFold({ ...folding, before: folding.before + 40 * day }), seed: 41, shows: 'looks back on something else' },
]

function withoutConflicts(set: ChangeSet): ChangeSet {
  return removeChanges(set, [...valuesOf(set.records)].filter(({ id }) => hasKind(id, 'conflict')).flatMap((record) => changesOfRecord(removeCells(record, []) ?? record))).set
}

test.each(mistakes)('[O111] Such a history shows each rule that is left out: $name', ({ fold, seed, shows }) => {
  expect(faultsOf(playFolds({ seed, fold })).filter((fault) => fault.includes(shows))).not.toEqual([])
})
