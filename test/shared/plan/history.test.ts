import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change, Fields, Value } from '../../../shared/changes/change.ts'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import type { FoldedRecord } from '../../../shared/changes/folded-record.ts'
import { formatStamp, type Stamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { historyOf, historyOfGoal, type HistoryEntry } from '../../../shared/plan/history.ts'
import { createView } from '../../../shared/plan/plan-index.ts'

const at = (ms: number, writer = 'aaaaaaaaaa0'): Stamp => formatStamp({ ms, counter: 0, writer })
const write = (ms: number, set: Fields, on: RecordId = 'goal:g'): Change => ({ at: at(ms), on, set })

function recordOf(changes: readonly Change[]): FoldedRecord {
  const record = recordIn(foldChanges(changes), 'goal:g')
  if (record === undefined) throw new Error('nothing was written to goal:g')
  return record
}

const told = (changes: readonly Change[]): readonly HistoryEntry[] => historyOf(recordOf(changes))

describe('the history of a record', () => {
  test('[U20] a value is told beside the one before it, the newest first', () => {
    expect(told([write(1, { title: 'A', status: 'todo' }), write(2, { status: 'blocked', reason: 'no hardware' }), write(3, { status: 'done' })])).toEqual([
      { at: at(3), on: 'goal:g', kind: 'changed', steps: [{ field: 'status', member: null, before: 'blocked', after: 'done' }] },
      {
        at: at(2),
        on: 'goal:g',
        kind: 'changed',
        steps: [
          { field: 'status', member: null, before: 'todo', after: 'blocked' },
          { field: 'reason', member: null, before: null, after: 'no hardware' },
        ],
      },
      {
        at: at(1),
        on: 'goal:g',
        kind: 'created',
        steps: [
          { field: 'status', member: null, before: null, after: 'todo' },
          { field: 'title', member: null, before: null, after: 'A' },
        ],
      },
    ])
  })

  test('[U20] what two people wrote without knowing of each other is told from both', () => {
    const mine: Change = { at: at(5, 'aaaaaaaaaa0'), on: 'goal:g', set: { status: 'done' } }
    const theirs: Change = { at: at(5, 'bbbbbbbbbb0'), on: 'goal:g', set: { status: 'blocked' } }
    const statuses = told([write(1, { status: 'todo' }), theirs, mine]).flatMap(({ steps }) => steps.map(({ before, after }) => [before, after]))
    expect(statuses).toEqual([['done', 'blocked'], ['todo', 'done'], [null, 'todo']])
  })

  test('[U20] members of a set come and go one by one', () => {
    const steps = told([write(1, { 'teams/SRE': true }), write(2, { 'teams/RelEng': true, 'teams/SRE': false })])[0]?.steps
    expect(steps).toEqual([
      { field: 'teams', member: 'SRE', before: true, after: false },
      { field: 'teams', member: 'RelEng', before: null, after: true },
    ])
  })

  test('[U21] writing what already stands there is no news, and nothing is the same as never set', () => {
    expect(told([write(1, { title: 'A', reason: '', stretch: false }), write(2, { title: 'A' }), write(3, { reason: null, stretch: false })])).toEqual([
      { at: at(1), on: 'goal:g', kind: 'created', steps: [{ field: 'title', member: null, before: null, after: 'A' }] },
    ])
  })

  test('[U21] a new place in a list is told only where nothing else changed with it', () => {
    const kinds = told([write(1, { title: 'A', order: 'a0' }), write(2, { order: 'a1' }), write(3, { status: 'done', order: 'a2' })])
    expect(kinds.map(({ steps }) => steps.map(({ field }) => field))).toEqual([['status'], ['order'], ['title']])
  })

  test('[U22] deleting and bringing back are told as such', () => {
    expect(told([write(1, { title: 'A' }), write(2, { deleted: true }), write(3, { deleted: false })]).map(({ kind }) => kind)).toEqual(['restored', 'deleted', 'created'])
  })

  test('[U23] the history of a goal tells of its notes too, also of those deleted or about its output in its quarter', () => {
    const view = createView(
      foldChanges([
        write(1, { output: 'output:o', quarter: 2, title: 'A' }),
        write(2, { number: '1.1' }, 'output:o'),
        write(3, { about: 'goal:g', date: '2018-10-02', text: 'one' }, 'note:one'),
        write(4, { deleted: true }, 'note:one'),
        write(5, { about: 'output:o', quarter: 2, date: '2018-10', text: 'all' }, 'note:all'),
        write(6, { about: 'output:o', quarter: 3, date: '2019-01', text: 'later' }, 'note:later'),
        write(7, { about: 'goal:other', date: '2018-10', text: 'other' }, 'note:other'),
      ]),
    )
    expect(historyOfGoal(view, 'goal:g').map(({ on, kind }) => [on, kind])).toEqual([
      ['note:all', 'created'],
      ['note:one', 'deleted'],
      ['note:one', 'created'],
      ['goal:g', 'created'],
    ])
  })
})

describe('what lost in a merge', () => {
  const theirs: Change = { at: at(5, 'aaaaaaaaaa0'), on: 'goal:g', set: { status: 'blocked', 'teams/SRE': true } }
  const mine: Change = { at: at(6, 'bbbbbbbbbb0'), on: 'goal:g', set: { status: 'done', 'teams/SRE': false } }
  const conflict = (field: string, key: string, later: Change = mine): Change => ({
    at: at(7, 'bbbbbbbbbb0'),
    on: `conflict:${key}`,
    set: { record: 'goal:g', earlier: `${theirs.at} ${field}`, later: `${later.at} ${field}` },
  })
  const lostIn = (...changes: readonly Change[]): readonly unknown[] => historyOfGoal(createView(foldChanges(changes)), 'goal:g').flatMap(({ steps }) => steps.map(({ field, member, after, lostTo }) => [member ?? field, after, lostTo]))

  test('[T16] is told with the edit that counted instead, members of a set one by one', () => {
    expect(lostIn(write(1, { status: 'todo' }), theirs, mine, conflict('status', 's'), conflict('teams/SRE', 't'))).toEqual([
      ['status', 'done', undefined],
      ['SRE', false, undefined],
      ['status', 'blocked', mine.at],
      ['SRE', true, mine.at],
      ['status', 'todo', undefined],
    ])
  })

  test('[T16] stays told when the conflict was looked at, and when others wrote since', () => {
    const reviewed: Change = { at: at(8), on: 'conflict:s', set: { reviewed: true } }
    expect(lostIn(theirs, mine, conflict('status', 's'), reviewed, write(9, { status: 'blocked' }))).toContainEqual(['status', 'blocked', mine.at])
    expect(lostIn(theirs, mine, conflict('status', 's'), reviewed, write(9, { status: 'blocked' }))).toContainEqual(['status', 'blocked', undefined])
  })

  test('[T16] of two values under one stamp the lesser one lost', () => {
    const twin: Change = { at: theirs.at, on: 'goal:g', set: { status: 'done' } }
    expect(lostIn(theirs, twin, conflict('status', 's', twin))).toEqual([['status', 'blocked', theirs.at], ['status', 'done', undefined], ['SRE', true, undefined]])
  })

  test('[T16] a value that was overwritten by somebody who knew it has lost nothing', () => {
    expect(lostIn(theirs, mine)).not.toContainEqual(['status', 'blocked', mine.at])
  })
})

describe('any history', () => {
  const field = fc.constantFrom('title', 'status', 'stretch', 'teams/SRE', 'deleted', 'order')
  const value = fc.constantFrom<Value>('A', 'B', true, false, null, '')
  const change = fc.record({ ms: fc.integer({ min: 1, max: 6 }), writer: fc.constantFrom('aaaaaaaaaa0', 'bbbbbbbbbb0'), set: fc.dictionary(field, value, { minKeys: 1, maxKeys: 3 }) })
  const changes = fc.array(change.map(({ ms, writer, set }): Change => ({ at: at(ms, writer), on: 'goal:g', set })), { minLength: 1, maxLength: 12 })

  test('[U20] retold from the oldest on, it ends with what the record says', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const record = recordOf(all)
        const retold = new Map<string, Value>()
        for (const { steps } of historyOf(record).toReversed()) {
          for (const step of steps) retold.set(step.member === null ? step.field : `${step.field}/${step.member}`, step.after)
        }
        // an empty text, a mark not made and nothing say the same; places and deletion are told in other ways
        const something = (value: Value): boolean => value !== null && value !== false && value !== ''
        const said = (fields: Iterable<readonly [string, Value]>): unknown => Object.fromEntries([...fields].filter(([name, value]) => something(value) && name !== 'order' && name !== 'deleted'))
        expect(said(retold)).toEqual(said(record.winners.map((winner) => [winner.field, winner.value] as const)))
      }),
      { numRuns: 500 },
    )
  })

  test('[U20] it is the same in whatever order the changes came, and however often', () => {
    fc.assert(
      fc.property(changes, fc.integer(), (all, seed) => {
        const shuffled = [...all, ...all].toSorted((a, b) => rank(a, seed) - rank(b, seed))
        expect(told(shuffled)).toEqual(told(all))
      }),
      { numRuns: 500 },
    )
  })

  function rank(change: Change, seed: number): number {
    return [...JSON.stringify(change)].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619), seed)
  }
})
