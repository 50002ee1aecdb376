import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { changesOf, emptyChangeSet, foldChanges, recordIn, uniteChangeSets } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { mergeChangeSets, stampsAhead } from '../../../shared/changes/merge.ts'
import { effectiveChanges } from '../../../shared/changes/merge-undo.ts'
import { maxAheadMs } from '../../../shared/changes/stamp.ts'
import { createWindowClock, isAheadWriter, pageWriter, stampLocal } from '../../../shared/changes/writer.ts'
import { oracleWinner, writtenBy } from './oracle.ts'
import { portraitOf, stableText } from './portrait.ts'
import { anyChanges, anySet, stampAt, tinyFields, tinyRecords } from './tiny-domain.ts'

const now = Date.UTC(2018, 9, 2, 12)

describe('merge', () => {
  test('[C67] a merge is the union of both sides, and says which records are new, which fields changed and how many records are the same', () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (mine, theirs) => {
        const merge = mergeChangeSets(foldChanges(mine), foldChanges(theirs))
        expect(portraitOf(merge.set)).toBe(portraitOf(foldChanges([...mine, ...theirs])))

        const records = (changes: readonly Change[]): readonly string[] => [...new Set(changes.map((change) => change.on))]
        const value = (changes: readonly Change[], on: string, field: string): string => stableText(oracleWinner({ cells: writtenBy(changes), on, field })?.value ?? null)
        const shared = records(theirs).filter((id) => records(mine).includes(id))
        const changed = shared.flatMap((on) => tinyFields.filter((field) => value(mine, on, field) !== value([...mine, ...theirs], on, field)).map((field) => `${on} ${field}`))
        expect(merge.newRecords.toSorted()).toEqual(records(theirs).filter((id) => !records(mine).includes(id)).toSorted())
        expect(merge.changedFields.map(({ on, field }) => `${on} ${field}`).toSorted()).toEqual(changed.toSorted())
        expect(merge.same).toBe(shared.filter((on) => !changed.some((line) => line.startsWith(`${on} `))).length)
      }),
      { numRuns: 500 },
    )
  })

  test('[C67] a changed field shows what it read before and what it reads now', () => {
    const mine = foldChanges([{ at: stampAt(1), on: 'goal:a', set: { status: 'todo' } }])
    const theirs = foldChanges([{ at: stampAt(2), on: 'goal:a', set: { status: 'done', title: 'T', reason: null } }])
    expect(mergeChangeSets(mine, theirs).changedFields).toEqual([
      { on: 'goal:a', field: 'status', before: 'todo', after: 'done' },
      { on: 'goal:a', field: 'title', before: undefined, after: 'T' },
    ])
  })

  test('[C40] merging the own file, a stale one or the same one again changes nothing and reports nothing', () => {
    fc.assert(
      fc.property(anySet, anySet, (mine, theirs) => {
        const { set } = uniteChangeSets(mine, theirs)
        for (const file of [set, mine, theirs, emptyChangeSet(), foldChanges(changesOf(set))]) {
          const again = mergeChangeSets(set, file)
          expect(again.set).toBe(set)
          expect([again.touched.size, again.conflicts, again.newRecords, again.changedFields]).toEqual([0, [], [], []])
          expect(again.same).toBe(file.records.size)
        }
      }),
    )
  })

  test('[C68] what a merge changed here comes as changes: of a new record all that counts, of others what reads differently', () => {
    fc.assert(
      fc.property(anySet, anySet, (mine, theirs) => {
        const merge = mergeChangeSets(mine, theirs)
        const effect = effectiveChanges(merge)
        for (const { on, at, set } of effect) {
          for (const [field, value] of Object.entries(set)) expect(winnerOf(recordIn(merge.set, on), field)).toEqual({ field, at, value })
        }
        const fromNew = merge.newRecords.flatMap((on) => recordIn(merge.set, on)?.winners ?? [])
        expect(effect).toHaveLength(fromNew.length + merge.changedFields.length)
        expect(tinyRecords.filter((id) => effect.some((change) => change.on === id)).every((id) => merge.touched.has(id))).toBe(true)
      }),
    )
  })
})

describe('clocks that are off', () => {
  const off = stampAt(now + 3 * maxAheadMs, { writer: 'bbbbbbbbbb0' })
  const offMore = stampAt(now + 5 * maxAheadMs, { writer: 'bbbbbbbbbb1' })
  const right = stampAt(now + maxAheadMs, { writer: 'cccccccccc0' })
  const fileWith = (...stamps: readonly string[]): ReturnType<typeof foldChanges> => foldChanges(stamps.map((at) => ({ at, on: 'goal:a', set: { status: 'done' } })))

  test('[C69] a file tells whose clock runs more than a day ahead, and by how much at most', () => {
    expect(stampsAhead({ set: fileWith(off, offMore, right), known: new Map(), now })).toEqual([{ replica: 'bbbbbbbbbb', byMs: 5 * maxAheadMs }])
    expect(stampsAhead({ set: fileWith(right), known: new Map(), now })).toEqual([])
  })

  test('[C69] stamps that were let in before are not asked about again', () => {
    const set = fileWith(off, right)
    expect(stampsAhead({ set, known: set.knows, now })).toEqual([])
    expect(stampsAhead({ set: fileWith(off, offMore), known: set.knows, now })).toEqual([{ replica: 'bbbbbbbbbb', byMs: 5 * maxAheadMs }])
  })

  test('[C69] who wrote over a value from the far future is not the one whose clock is off', () => {
    const over = stampLocal({ clock: createWindowClock({ replica: 'dddddddddd', slot: 15 }), now, after: off }).stamp
    expect(stampsAhead({ set: fileWith(off, over), known: new Map(), now })).toEqual([{ replica: 'bbbbbbbbbb', byMs: 3 * maxAheadMs }])
  })

  test('[C69] the second clock of every window is told from the first, and from a page', () => {
    const clocks = [0, 7, 15].map((slot) => createWindowClock({ replica: 'dddddddddd', slot }))
    expect(clocks.map(({ usual, ahead }) => [isAheadWriter(usual.writer), isAheadWriter(ahead.writer)])).toEqual([[false, true], [false, true], [false, true]])
    expect(isAheadWriter(pageWriter('dddddddddd'))).toBe(false)
  })
})
