import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fields } from '../../../shared/changes/change.ts'
import { conflictChanges, conflictIdOf, reviewMarks } from '../../../shared/changes/conflict-records.ts'
import { addChanges, foldChanges, recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { cellsOf } from '../../../shared/changes/folded-record.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { takeIn } from '../../../shared/changes/take-in.ts'
import { portraitOf } from './portrait.ts'
import { act, openSession } from './session.ts'
import { anySet, anyValue, stampAt, tinyFields, tinyRecords } from './tiny-domain.ts'

const start = foldChanges([{ at: stampAt(1, { writer: 'cccccccccc0' }), on: 'goal:a', set: { title: 'T', status: 'todo' } }])

function edited(replica: string, set: Fields, now: number): ChangeSet {
  return act({ session: openSession({ replica, set: start }), edits: [{ on: 'goal:a', set }], now }).session.set
}

/** What one computer made of the plan they both began with. */
function editsBy(writer: string): fc.Arbitrary<ChangeSet> {
  const anyEdit = fc.tuple(fc.constantFrom(...tinyRecords), fc.dictionary(fc.constantFrom(...tinyFields), anyValue, { minKeys: 1, maxKeys: 2 }), fc.nat(2))
  return fc.array(anyEdit, { maxLength: 5 }).map((edits) => addChanges(start, edits.map(([on, set, later], index) => ({ at: stampAt(10 + index * 3 + later, { writer }), on, set }))).set)
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
    const found = conflictChanges(merge)
    expect(found.map(({ at }) => at)).toEqual(merge.conflicts.map(({ theirs: { at } }) => at))
    const { set } = addChanges(merge.set, found)
    expect(conflictChanges({ set, conflicts: merge.conflicts })).toEqual([])
    const reviewed = merge.conflicts.map(conflictIdOf)
    const marks = reviewMarks({ set, reviewed })
    expect(marks).toEqual([{ on: found[0]?.on, set: { reviewed: true } }])
    expect(reviewMarks({ set: addChanges(set, marks.map((mark) => ({ at: stampAt(30), ...mark }))).set, reviewed })).toEqual([])
  })

  test('[C100] two computers that take in each other\'s files hold the same, byte for byte', () => {
    let found = 0
    fc.assert(
      fc.property(editsBy('aaaaaaaaaa0'), editsBy('bbbbbbbbbb0'), (a, b) => {
        const [one, other] = ([[a, b], [b, a]] as const).map(([set, theirs]) => takeIn({ set, theirs, edits: [], reviewed: new Set(), stamp: () => [] }))
        found += one?.found.length ?? 0
        expect(one && portraitOf(one.folded.set)).toBe(other && portraitOf(other.folded.set))
      }),
    )
    expect(found).toBeGreaterThan(20)
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
    expect(record && [...cellsOf(record)].filter(({ at }) => at === stampAt(9)).map(({ value }) => JSON.stringify(value)).toSorted()).toEqual(['"blocked"', '"done"'])
    expect(mergeChangeSets(merge.set, theirs).conflicts).toEqual([])
    expect(mergeChangeSets(merge.set, uniteChangeSets(theirs, mine).set).conflicts).toEqual([])
    expect(mergeChangeSets(theirs, mine).conflicts.map(conflictIdOf)).toEqual(merge.conflicts.map(conflictIdOf))
  })
})
