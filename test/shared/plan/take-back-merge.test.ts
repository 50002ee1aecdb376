import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addedChanges } from '../../../shared/changes/added-changes.ts'
import type { Change, Edit } from '../../../shared/changes/change.ts'
import { addChanges, changesOf, foldChanges, recordIn, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import { firstStamp, winnerOf } from '../../../shared/changes/folded-record.ts'
import { removeChanges, rewriteChanges } from '../../../shared/changes/remove-changes.ts'
import { formatStamp, writerOf } from '../../../shared/changes/stamp.ts'
import { unsetOf } from '../../../shared/changes/undo.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { isLive } from '../../../shared/plan/plan-view.ts'
import { againOf, revertMerge, stayingOf, withdrawMerge } from '../../../shared/plan/take-back-merge.ts'
import { nameOf, oraclePortrait, writtenBy } from '../changes/oracle.ts'
import { portraitOf } from '../changes/portrait.ts'
import { anyValue, tinyFields, tinyRecords } from '../changes/tiny-domain.ts'

const writers = ['aaaaaaaaaa0', 'bbbbbbbbbb0', 'cccccccccc0'] as const
const me = 'dddddddddd0'
/** A computer on which nobody has worked since. */
const nobody = 'zzzzzzzzzz'
const at = (ms: number, writer: string): string => formatStamp({ ms, counter: 0, writer })

const anyFields = fc.dictionary(fc.constantFrom(...tinyFields), anyValue, { minKeys: 1, maxKeys: 2 })
/** What three computers ever wrote, one change after the other. */
const anyWritten: fc.Arbitrary<readonly Change[]> = fc
  .array(fc.tuple(fc.nat(2), fc.constantFrom(...tinyRecords), anyFields), { maxLength: 9 })
  .map((list) => list.map(([writer, on, set], index) => ({ at: at(index + 1, writers[writer] ?? me), on, set })))
/** How much of each computer's changes somebody has: a file holds all that it knows of. */
const anyCut = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9))
const anySince: fc.Arbitrary<readonly Change[]> = fc.array(fc.tuple(fc.constantFrom(...tinyRecords), anyFields), { maxLength: 3 }).map((list) => list.map(([on, set], index) => ({ at: at(100 + index, me), on, set })))

function held(written: readonly Change[], cut: readonly number[]): ChangeSet {
  return foldChanges(written.filter((change) => Number.parseInt(change.at.slice(0, 10), 36) <= (cut[writers.findIndex((writer) => writer === writerOf(change.at))] ?? 0)))
}

interface Story {
  readonly mine: ChangeSet
  readonly other: ChangeSet
  readonly added: readonly Change[]
  /** After the merge, another merge, and edits. */
  readonly set: ChangeSet
  readonly since: readonly Change[]
}

const anyStory: fc.Arbitrary<Story> = fc.tuple(anyWritten, anyCut, anyCut, anyCut, anySince).map(([written, ...[a, b, c, since]]) => {
  const [mine, file, other] = [held(written, a), held(written, b), held(written, c)]
  const merged = uniteChangeSets(mine, file)
  const added = addedChanges({ before: mine, after: merged.set, touched: merged.touched.keys() })
  return { mine, other, added, since, set: addChanges(uniteChangeSets(merged.set, other).set, since).set }
})

function write(set: ChangeSet, edits: readonly Edit[]): ChangeSet {
  return addChanges(set, edits.map((edit) => ({ at: at(1_000, me), ...edit }))).set
}

const reads = (set: ChangeSet, on: Edit['on'], field: string): unknown => winnerOf(recordIn(set, on), field)?.value ?? unsetOf(field)

describe('a merge taken back', () => {
  test('[C105] leaves what all other changes fold to: what another file brought too, and what was done since', () => {
    let kept = 0
    fc.assert(
      fc.property(anyStory, ({ mine, other, added, set, since }) => {
        const { without } = withdrawMerge({ set, replica: nobody, added, others: [{ knows: other.knows, before: new Map() }] })
        const left = removeChanges(set, without).set
        expect(portraitOf(left)).toBe(oraclePortrait(writtenBy([...changesOf(mine), ...changesOf(other), ...since])))
        if (without.length < added.length) kept += 1
      }),
      { numRuns: 1_000 },
    )
    expect(kept).toBeGreaterThan(5) // or no file ever brought the same
  })

  test('[C106] records that came with it and were worked on since stay whole, under new stamps', () => {
    let adoptedOnes = 0
    fc.assert(
      fc.property(anyStory, ({ other, added, set, since }) => {
        const { without, adopted } = withdrawMerge({ set, replica: nobody, added, others: [{ knows: other.knows, before: new Map() }] })
        const left = rewriteChanges(set, { without, changes: [] }).set
        const after = write(left, adopted)
        const gone = new Set(writtenBy(without).map(nameOf))
        for (const on of new Set(since.map((change) => change.on))) {
          const record = recordIn(set, on)
          if (record === undefined || !writtenBy(changesOf(set)).some((cell) => cell.on === on && cell.at === firstStamp(record) && gone.has(nameOf(cell)))) continue
          adoptedOnes += 1
          for (const field of tinyFields) expect(reads(after, on, field)).toEqual(reads(set, on, field))
        }
        for (const { on } of adopted) expect(without.some((change) => change.on === on)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
    expect(adoptedOnes).toBeGreaterThan(5)
  })

  test('[C106] what was put below something that came with it keeps what it stands on', () => {
    const mine = foldChanges([{ at: at(1, me), on: 'plan:p', set: { title: 'P' } }])
    const file = foldChanges([
      ...changesOf(mine),
      { at: at(2, writers[0]), on: 'output:o', set: { title: 'Output', order: 'a0' } },
      { at: at(3, writers[0]), on: 'goal:a', set: { title: 'Theirs', output: 'output:o' } },
      { at: at(4, writers[0]), on: 'goal:z', set: { title: 'Nobody worked on this' } },
    ])
    const merged = uniteChangeSets(mine, file)
    const added = addedChanges({ before: mine, after: merged.set, touched: merged.touched.keys() })
    const { set } = addChanges(merged.set, [{ at: at(9, me), on: 'note:n', set: { about: 'goal:a', text: 'Mine', date: '2018-10-02' } }])
    const { without, adopted } = withdrawMerge({ set, replica: nobody, added, others: [] })
    expect(adopted.map(({ on }) => on).toSorted()).toEqual(['goal:a', 'output:o'])
    const view = createView(write(removeChanges(set, without).set, adopted))
    expect(isLive(view, 'note:n') && isLive(view, 'goal:a') && isLive(view, 'output:o')).toBe(true)
    expect(recordIn(view.set, 'goal:z')).toBeUndefined()
  })

  test('[C106] however far down a file nests what something was put below', () => {
    const depth = 20_000
    const file = foldChanges(Array.from({ length: depth }, (_, index): Change => ({ at: at(2, writers[0]), on: `goal:${index}`, set: { title: 'Theirs', parent: index === 0 ? null : `goal:${index - 1}` } })))
    const { set } = addChanges(file, [{ at: at(9, me), on: 'note:n', set: { about: `goal:${depth - 1}`, text: 'Mine', date: '2018-10-02' } }])
    const added = [...changesOf(file)]
    expect(withdrawMerge({ set, replica: nobody, added, others: [] }).adopted).toHaveLength(depth)
    expect(stayingOf({ set, added }).size).toBe(depth)
  })

  test('[C107] by new changes: what it changed reads as it would without it, what was written since stays, nothing goes', () => {
    let changed = 0
    fc.assert(
      fc.property(anyStory, ({ added, set }) => {
        const edits = revertMerge({ set, replica: nobody, added })
        const after = write(set, edits)
        const before = removeChanges(set, added).set
        const brought = new Set(writtenBy(added).map(nameOf))
        expect(writtenBy(changesOf(set)).every((cell) => writtenBy(changesOf(after)).some((other) => nameOf(other) === nameOf(cell)))).toBe(true)
        for (const on of tinyRecords) {
          const [now, left] = [recordIn(set, on), recordIn(before, on)]
          if (now === undefined) continue
          const isNew = left === undefined
          const isWorkedOn = left !== undefined && firstStamp(left) !== firstStamp(now)
          for (const field of tinyFields) {
            const winner = winnerOf(now, field)
            const isTheirs = winner !== undefined && brought.has(nameOf({ on, ...winner }))
            const expected = isNew ? (field === 'deleted' ? true : reads(set, on, field)) : isTheirs && !isWorkedOn ? reads(before, on, field) : reads(set, on, field)
            if (isTheirs) changed += 1
            expect(reads(after, on, field)).toEqual(expected)
          }
        }
      }),
    )
    expect(changed).toBeGreaterThan(20)
  })
})

test('[U175] a merge that is done again brings all that it had brought', () => {
  const [kept, gone, leftOver] = [1, 2, 3].map((ms): Change => ({ at: at(ms, me), on: 'goal:a', set: { title: `${ms}` } })) as [Change, Change, Change] // as many as went in
  expect(againOf({ brought: [kept, gone], without: [gone, leftOver] })).toEqual([kept, gone, leftOver])
})
