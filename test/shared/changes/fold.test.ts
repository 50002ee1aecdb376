import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change, Value } from '../../../shared/changes/change.ts'
import { addChanges, changesOf, changesOfRecord, emptyChangeSet, foldChanges, recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { readAny } from '../../../shared/plan/read-record.ts'
import { oraclePortrait, writtenBy } from './oracle.ts'
import { portraitOf } from './portrait.ts'
import { anyChanges, anySet, stampAt, tinyRecords } from './tiny-domain.ts'

const unite = (a: ChangeSet, b: ChangeSet): ChangeSet => uniteChangeSets(a, b).set

describe('fold', () => {
  test('[C30] any set of changes folds to what the naive model says', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        expect(portraitOf(foldChanges(changes))).toBe(oraclePortrait(writtenBy(changes)))
      }),
      { numRuns: 2_000 },
    )
  })

  test('[C31] the order in which changes arrive, and in which portions, makes no difference', () => {
    const shuffled = anyChanges.chain((changes) => fc.tuple(fc.constant(changes), fc.shuffledSubarray([...changes], { minLength: changes.length })))
    fc.assert(
      fc.property(shuffled, fc.nat(), ([changes, others], cut) => {
        const set = others.reduce((folded, change) => addChanges(folded, [change]).set, emptyChangeSet())
        const portions = addChanges(foldChanges(others.slice(0, cut)), others.slice(cut)).set
        expect(portraitOf(set)).toBe(portraitOf(foldChanges(changes)))
        expect(portraitOf(portions)).toBe(portraitOf(foldChanges(changes)))
      }),
    )
  })

  test('[C32] changes that are there already give the very same set and touch nothing', () => {
    fc.assert(
      fc.property(anyChanges, fc.nat(), (changes, cut) => {
        const set = foldChanges(changes)
        const again = addChanges(set, changes.slice(cut))
        expect(again.set).toBe(set)
        expect(again.touched.size).toBe(0)
      }),
    )
  })

  test('[C33] what was touched is each record that changed, with what it was before', () => {
    fc.assert(
      fc.property(anySet, anyChanges, (set, changes) => {
        const { set: after, touched } = addChanges(set, changes)
        const changed = tinyRecords.filter((id) => recordIn(after, id) !== recordIn(set, id))
        expect(touched).toEqual(new Map(changed.map((id) => [id, recordIn(set, id)])))
      }),
    )
  })

  test('[C30] a set is a value: adding to it leaves it as it was', () => {
    fc.assert(
      fc.property(anySet, anyChanges, (set, changes) => {
        const before = portraitOf(set)
        addChanges(set, changes)
        uniteChangeSets(set, foldChanges(changes))
        expect(portraitOf(set)).toBe(before)
      }),
    )
  })

  test('[C34] a set gives back its changes, and they fold to the same set', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const changes = [...changesOf(set)]
        expect(portraitOf(foldChanges(changes))).toBe(portraitOf(set))
        expect(new Set(changes.map(({ at, on, set: fields }) => JSON.stringify([at, on, fields]))).size).toBe(changes.length)
      }),
    )
  })

  test('[C34] fields set by one change come back as one change', () => {
    const change: Change = { at: stampAt(1), on: 'goal:a', set: { status: 'done', title: 'T' } }
    expect([...changesOf(foldChanges([change]))]).toEqual([change])
  })

  test('[C34] fields named like the machinery of objects come back like any other', () => {
    const hostile = (value: Value): Change['set'] => JSON.parse(JSON.stringify({ title: 'T', x: 0 }).replace('"x":0', `"__proto__":${JSON.stringify(value)}`)) as Change['set']
    const set = foldChanges([
      { at: stampAt(1), on: 'goal:a', set: { constructor: 1 } },
      { at: stampAt(1), on: 'goal:a', set: hostile({ a: 1 }) },
      { at: stampAt(1), on: 'goal:a', set: hostile(2) },
    ])
    const record = recordIn(set, 'goal:a')
    expect(winnerOf(record, '__proto__')?.value).toEqual({ a: 1 })
    expect(portraitOf(foldChanges(record === undefined ? [] : changesOfRecord(record)))).toBe(portraitOf(set))
  })

  test('[C35] a change that sets nothing is no change', () => {
    const set = foldChanges([{ at: stampAt(1), on: 'goal:a', set: {} }])
    expect(portraitOf(set)).toBe(portraitOf(emptyChangeSet()))
    expect(recordIn(set, 'goal:a')).toBeUndefined()
  })

  test('[C36] deletion is a field: a record is deleted by the latest word on it, and its other fields stay', () => {
    const made: Change = { at: stampAt(1), on: 'goal:a', set: { title: 'T' } }
    const deleted: Change = { at: stampAt(2), on: 'goal:a', set: { deleted: true } }
    const renamed: Change = { at: stampAt(3), on: 'goal:a', set: { title: 'U' } }
    const restored: Change = { at: stampAt(4), on: 'goal:a', set: { deleted: null } }
    const read = (changes: readonly Change[]): unknown => {
      const record = recordIn(foldChanges(changes), 'goal:a')
      return record === undefined ? undefined : readAny(record)
    }
    expect(read([renamed, deleted, made])).toMatchObject({ deleted: true, title: 'U' })
    expect(read([restored, renamed, deleted, made])).toMatchObject({ deleted: false, title: 'U' })
  })
})

describe('union of two sets', () => {
  test('[C37] union is what all changes of both fold to', () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (a, b) => {
        expect(portraitOf(unite(foldChanges(a), foldChanges(b)))).toBe(oraclePortrait(writtenBy([...a, ...b])))
      }),
      { numRuns: 1_000 },
    )
  })

  test('[C38] union is commutative', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        expect(portraitOf(unite(a, b))).toBe(portraitOf(unite(b, a)))
      }),
    )
  })

  test('[C39] union is associative', () => {
    fc.assert(
      fc.property(anySet, anySet, anySet, (a, b, c) => {
        expect(portraitOf(unite(unite(a, b), c))).toBe(portraitOf(unite(a, unite(b, c))))
      }),
    )
  })

  test('[C40] union is idempotent: the own file, a stale file and the same file again give the very same set', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, stale) => {
        const set = unite(a, stale)
        expect(unite(set, set)).toBe(set)
        expect(unite(set, a)).toBe(set)
        expect(unite(set, stale)).toBe(set)
        expect(unite(set, foldChanges(changesOf(set)))).toBe(set)
        expect(unite(set, emptyChangeSet())).toBe(set)
      }),
    )
  })

  test('[C41] the union knows what either knew, even where a side carries no change of it', () => {
    const a = foldChanges([{ at: stampAt(1), on: 'goal:a', set: { status: 1 } }])
    const b: ChangeSet = { ...emptyChangeSet(), knows: new Map([['aaaaaaaaaa0', stampAt(4)], ['bbbbbbbbbb0', stampAt(2, { writer: 'bbbbbbbbbb0' })]]) }
    expect([...unite(a, b).knows]).toEqual([...b.knows])
  })

  test('[C33] what the union touched is each record that changed, and an untouched record stays the same object', () => {
    fc.assert(
      fc.property(anySet, anySet, (mine, theirs) => {
        const { set, touched } = uniteChangeSets(mine, theirs)
        const changed = tinyRecords.filter((id) => recordIn(set, id) !== recordIn(mine, id))
        expect(touched).toEqual(new Map(changed.map((id) => [id, recordIn(mine, id)])))
      }),
    )
  })
})
