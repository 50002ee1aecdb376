import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addChanges, recordIn, type ChangeSet } from '../../../shared/changes/fold.ts'
import { winnerOf } from '../../../shared/changes/folded-record.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { valuesOf } from '../../../shared/changes/sharded-map.ts'
import { stampEdits } from '../../../shared/changes/stamp-edits.ts'
import { observeAll } from '../../../shared/changes/writer.ts'
import { reviewMerge, type MergeReview } from '../../../shared/review/merge-review.ts'
import { choicesToEdits, conflictsOf, countChanges, reviewedConflicts, type ReviewChoices } from '../../../shared/review/review-choices.ts'
import type { ReviewRow, Side } from '../../../shared/review/review-row.ts'
import { portraitOf } from '../changes/portrait.ts'
import type { Session } from '../changes/session.ts'
import { anyTwo, common, editedBy, start } from './both-sides.ts'

const later = start + 7_200_000
const reviewOf = (mine: Session, theirs: Session): MergeReview => reviewMerge({ mine: mine.set, theirs: theirs.set })

/** What a computer holds once it has merged and written what was chosen. */
function merged({ mine, theirs, choices, review = reviewOf(mine, theirs) }: { readonly mine: Session; readonly theirs: Session; readonly choices: ReviewChoices; readonly review?: MergeReview }): ChangeSet {
  const { set } = mergeChangeSets(mine.set, theirs.set)
  const clock = observeAll({ clock: mine.clock, stamps: theirs.set.knows.values(), now: later })
  return addChanges(set, stampEdits({ clock, set, edits: choicesToEdits({ review, choices }), now: later }).changes).set
}

/** A side for some of the rows, as drawn. */
function choose({ rows }: MergeReview, drawn: readonly (Side | null)[]): ReviewChoices {
  return new Map(rows.flatMap(({ key }, index) => {
    const side = drawn[index % Math.max(1, drawn.length)] ?? null
    return side === null ? [] : [[key, side] as const]
  }))
}

const anyDrawn = fc.array(fc.constantFrom<(Side | null)[]>('mine', 'theirs', null), { minLength: 1, maxLength: 7 })

/** What a field says; that something is not set, not a member, or not deleted says the same. */
const says = (set: ChangeSet, on: `${string}:${string}`, field: string): unknown => winnerOf(recordIn(set, on), field)?.value ?? (field === 'deleted' || field.includes('/') ? false : null)

const fieldsIn = (row: ReviewRow): readonly string[] => ('change' in row ? [row.change, ...row.along] : conflictsOf(row)).map(({ field }) => field)

describe('choices in a review', () => {
  test('[U123] what counts anyway is not written: confirming everything gives no edit', () => {
    fc.assert(
      fc.property(anyTwo, ({ mine, theirs }) => {
        const review = reviewOf(mine, theirs)
        expect(choicesToEdits({ review, choices: new Map() })).toEqual([])
        expect(choicesToEdits({ review, choices: new Map(review.rows.map(({ key, counts }) => [key, counts])) })).toEqual([])
      }),
    )
  })

  test('[U123] each choice makes exactly the chosen value count, and touches nothing else', () => {
    let against = 0
    fc.assert(
      fc.property(anyTwo, anyDrawn, ({ mine, theirs }, drawn) => {
        const review = reviewOf(mine, theirs)
        const choices = choose(review, drawn)
        const [set, plain] = [merged({ mine, theirs, choices }), merged({ mine, theirs, choices: new Map() })]
        const isAgainst = (row: ReviewRow): boolean => (choices.get(row.key) ?? row.counts) !== row.counts
        const expected = new Map<string, unknown>(review.rows.filter(isAgainst).flatMap((row) => {
          if (row.kind === 'deletion' || row.kind === 'record') return [[`${row.on} deleted`, says(plain, row.on, 'deleted') !== true] as const]
          // against what counts, a field reads as it does on the side that was chosen
          const side = choices.get(row.key) === 'mine' ? mine.set : theirs.set
          return fieldsIn(row).map((field) => [`${row.on} ${field}`, says(side, row.on, field)] as const)
        }))
        against += expected.size
        const fields = [...valuesOf(set.records)].flatMap(({ id, winners }) => winners.map(({ field }) => [id, field] as const))
        for (const [on, field] of fields) {
          const name = `${on} ${field}`
          expect([name, says(set, on, field)]).toEqual([name, expected.has(name) ? expected.get(name) : says(plain, on, field)])
        }
      }),
      { numRuns: 300 },
    )
    expect(against).toBeGreaterThan(100)
  })

  test('[U124] whatever is chosen, all of the file is merged, and known to be', () => {
    fc.assert(
      fc.property(anyTwo, anyDrawn, ({ mine, theirs }, drawn) => {
        const set = merged({ mine, theirs, choices: choose(reviewOf(mine, theirs), drawn) })
        const again = mergeChangeSets(set, theirs.set)
        expect(again.set).toBe(set)
        expect(again.conflicts).toEqual([])
      }),
    )
  })

  test('[U124] once chosen, exchanging again raises no conflict: neither back to who sent the file nor where both chose alike', () => {
    fc.assert(
      fc.property(anyTwo, anyDrawn, ({ mine, theirs }, drawn) => {
        const review = reviewOf(mine, theirs)
        const choices = choose(review, drawn)
        const here = merged({ mine, theirs, choices })
        const back = mergeChangeSets(theirs.set, here)
        expect(back.conflicts).toEqual([])
        expect(portraitOf(back.set)).toBe(portraitOf(here))
        // the other side reviews the same conflicts from its end, and chooses the same values
        const other = reviewOf(theirs, mine)
        const clashes = new Map(review.rows.filter(({ kind }) => kind === 'clash' || kind === 'deletion').map((row) => [conflictsOf(row).map(({ on, field }) => `${on} ${field}`).join(), choices.get(row.key)]))
        const opposite = { mine: 'theirs', theirs: 'mine' } as const
        const otherChoices = new Map(other.rows.flatMap((row) => {
          const side = clashes.get(conflictsOf(row).map(({ on, field }) => `${on} ${field}`).join())
          return side === undefined ? [] : [[row.key, opposite[side]] as const]
        }))
        const onlyClashes = new Map([...choices].filter(([key]) => key.startsWith('clash ')))
        const [a, b] = [merged({ mine, theirs, choices: onlyClashes }), merged({ mine: theirs, theirs: mine, choices: otherChoices })]
        expect(mergeChangeSets(a, b).conflicts).toEqual([])
        expect(mergeChangeSets(b, a).conflicts).toEqual([])
      }),
    )
  })

  test('[U125] a conflict is decided by choosing a side or confirming the one that counts; the others wait', () => {
    const mine = editedBy('aaaaaaaaaa', [{ on: 'goal:a', set: { status: 'blocked' } }, { on: 'goal:b', set: { title: 'Mine' } }])
    const theirs = editedBy('bbbbbbbbbb', [{ on: 'goal:a', set: { status: 'todo' } }, { on: 'goal:b', set: { title: 'Theirs' } }], { from: start + 1_000 })
    const review = reviewOf(mine, theirs)
    const [status, title] = review.rows
    if (status === undefined || title === undefined) throw new Error('two conflicts were made')
    expect(review.merge.conflicts).toHaveLength(2)
    expect(reviewedConflicts({ review, choices: new Map() })).toEqual([])
    expect(reviewedConflicts({ review, choices: new Map([[status.key, status.counts]]) })).toEqual(review.merge.conflicts.filter(({ on }) => on === 'goal:a'))
    expect(reviewedConflicts({ review, choices: new Map([[title.key, 'mine']]) })).toEqual(review.merge.conflicts.filter(({ on }) => on === 'goal:b'))
  })

  test('[U123] what was never set is put back to nothing: a field to null, a member out of its set, a new record to deleted', () => {
    const theirs = editedBy('bbbbbbbbbb', [{ on: 'goal:a', set: { reason: 'why', 'teams/SRE': true } }, { on: 'goal:new', set: { title: 'New' } }, { on: 'goal:c', set: { deleted: true } }])
    const review = reviewMerge({ mine: common, theirs: theirs.set })
    const choices = new Map(review.rows.map(({ key }) => [key, 'mine'] as const))
    expect(choicesToEdits({ review, choices })).toEqual([
      { on: 'goal:a', set: { reason: null, 'teams/SRE': false } },
      { on: 'goal:new', set: { deleted: true } },
      { on: 'goal:c', set: { deleted: false } },
    ])
    expect(countChanges({ review, choices: new Map() })).toBe(4)
    expect(countChanges({ review, choices })).toBe(0)
  })
})
