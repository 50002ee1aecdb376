import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fields } from '../../../shared/changes/change.ts'
import { conflictEdits, conflictIdOf } from '../../../shared/changes/conflict-records.ts'
import { addChanges, foldChanges, recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { cellsOf } from '../../../shared/changes/folded-record.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { act, openSession } from './session.ts'
import { anySet, stampAt } from './tiny-domain.ts'

const none: ReadonlySet<never> = new Set()
const start = foldChanges([{ at: stampAt(1, { writer: 'cccccccccc0' }), on: 'goal:a', set: { title: 'T', status: 'todo' } }])

function edited(replica: string, set: Fields, now: number): ChangeSet {
  return act({ session: openSession({ replica, set: start }), edits: [{ on: 'goal:a', set }], now }).session.set
}

describe('conflict records', () => {
  test('[C100] whoever finds a conflict, on whichever side, gives it the same id', () => {
    fc.assert(
      fc.property(anySet, anySet, (mine, theirs) => {
        const ids = (a: ChangeSet, b: ChangeSet): readonly string[] => mergeChangeSets(a, b).conflicts.filter((clash) => clash.mine.at !== clash.theirs.at).map(conflictIdOf).toSorted()
        expect(ids(mine, theirs)).toEqual(ids(theirs, mine))
      }),
    )
  })

  test('[C100] different pairs have different ids', () => {
    const [a, b, c] = [edited('aaaaaaaaaa', { status: 'done' }, 10), edited('bbbbbbbbbb', { status: 'blocked' }, 11), edited('dddddddddd', { status: 'stalled' }, 12)]
    const ids = [mergeChangeSets(a, b), mergeChangeSets(a, c), mergeChangeSets(b, c)].flatMap(({ conflicts }) => conflicts.map(conflictIdOf))
    expect(new Set(ids).size).toBe(3)
  })

  test('[C100] a conflict that is in the plan already is not written again', () => {
    const mine = edited('aaaaaaaaaa', { status: 'done' }, 10)
    const theirs = edited('bbbbbbbbbb', { status: 'blocked' }, 11)
    const merge = mergeChangeSets(mine, theirs)
    const edits = conflictEdits({ set: merge.set, conflicts: merge.conflicts, reviewed: none })
    expect(edits).toHaveLength(1)
    const { set } = addChanges(merge.set, edits.map((edit) => ({ at: stampAt(20), ...edit })))
    expect(conflictEdits({ set, conflicts: merge.conflicts, reviewed: none })).toEqual([])
    expect(conflictEdits({ set, conflicts: merge.conflicts, reviewed: new Set(merge.conflicts.map(conflictIdOf)) })).toEqual([{ on: edits[0]?.on, set: { reviewed: true } }])
  })

  test('[C66] records of conflicts raise no conflict, whoever has reviewed them', () => {
    const [mine, theirs] = [{ reviewed: true }, { reviewed: false }].map((set, index) => foldChanges([{ at: stampAt(5, { writer: `${'ab'.charAt(index).repeat(10)}0` }), on: 'conflict:x', set }]))
    expect(mine && theirs && mergeChangeSets(mine, theirs).conflicts).toEqual([])
  })

  test('[C103] other values under one stamp are a conflict, told once, and both are kept', () => {
    const [mine, theirs] = ['done', 'blocked'].map((status) => addChanges(start, [{ at: stampAt(9), on: 'goal:a', set: { status } }]).set)
    if (mine === undefined || theirs === undefined) throw new Error('two sets')
    const merge = mergeChangeSets(mine, theirs)
    expect(merge.conflicts.map((clash) => [clash.field, clash.mine.value, clash.theirs.value])).toEqual([['status', 'done', 'blocked']])
    const record = recordIn(merge.set, 'goal:a')
    expect(record && [...cellsOf(record)].filter(({ at }) => at === stampAt(9)).map(({ value }) => value).toSorted()).toEqual(['blocked', 'done'])
    expect(mergeChangeSets(merge.set, theirs).conflicts).toEqual([])
    expect(mergeChangeSets(merge.set, uniteChangeSets(theirs, mine).set).conflicts).toEqual([])
    expect(mergeChangeSets(theirs, mine).conflicts.map(conflictIdOf)).toEqual(merge.conflicts.map(conflictIdOf))
  })
})
