import fc from 'fast-check'
import type { Edit, Fields, Value } from '../../../shared/changes/change.ts'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { derivedKey } from '../../../shared/model/derived-key.ts'
import { pageChangeSet, type PageCopy } from '../../../shared/wiki/review/page-changes.ts'
import { pageReview, type PageReview } from '../../../shared/wiki/review/page-review.ts'
import { takeIn, type Session } from '../changes/session.ts'

/** A copy of a page, as it is before it meets a plan. */
export type LooseCopy = Omit<PageCopy, 'mine'>

export const day = 24 * 60 * 60 * 1000
/** December 6, 2018. */
export const pageDay = 17_871
/** A year before the pages are dated: clocks of people may well lie before them. */
export const anyNow: fc.Arbitrary<number> = fc.integer({ min: pageDay - 365, max: pageDay + 365 }).map((days) => days * day)

/** A copy told by what it says; its key follows from that, as `pageKey` has it. */
export function copyOf(records: Readonly<Record<`goal:${string}`, Fields>>, days = pageDay): LooseCopy {
  const edits = Object.entries(records).map(([on, set]) => ({ on: on as `goal:${string}`, set }))
  const key = derivedKey(edits.map(({ on, set }) => JSON.stringify([on, Object.entries(set).toSorted(([a], [b]) => (a < b ? -1 : 1))])))
  return { edits, key, date: days * day }
}

export function reviewOf(session: Session, copy: LooseCopy): PageReview {
  return pageReview({ ...copy, mine: session.set })
}

/** Reads a copy into a plan, as accepting its review does. */
export function readInto(session: Session, copy: LooseCopy, now: number): Session {
  return takeIn({ session, theirs: pageChangeSet({ ...copy, mine: session.set }), now }).session
}

export function mergeFile(session: Session, other: Session, now: number): { readonly session: Session; readonly conflicts: number } {
  const { conflicts } = mergeChangeSets(session.set, other.set)
  return { session: takeIn({ session, theirs: other.set, now }).session, conflicts: conflicts.length }
}

const goals = ['goal:a', 'goal:b', 'goal:c'] as const
const anyStatus = fc.constantFrom<Value[]>('todo', 'done', 'blocked')

/** So few goals and values that copies agree and differ all the time; dates repeat and go back. */
export const anyCopy: fc.Arbitrary<LooseCopy> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...goals), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(anyStatus, fc.constantFrom<Value[]>(null, 'why'), fc.subarray(['SRE', 'RelEng'])), { minLength: 3, maxLength: 3 }),
    fc.integer({ min: pageDay, max: pageDay + 2 }),
  )
  .map(([named, said, days]) =>
    copyOf(
      Object.fromEntries(
        named.toSorted().map((on, index) => {
          const [status = null, reason = null, teams = []] = said[index] ?? []
          return [on, { status, reason, ...Object.fromEntries(teams.map((team) => [`teams/${team}`, true])) }]
        }),
      ),
      days,
    ),
  )

/** What a person does: sets a status, gives a reason, takes off a team, deletes a goal. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  on: fc.constantFrom(...goals),
  set: fc.oneof(
    anyStatus.map((status): Fields => ({ status })),
    fc.constantFrom<Fields[]>({ reason: 'mine' }, { reason: '' }, { 'teams/SRE': false }, { 'teams/SRE': true }, { deleted: true }),
  ),
})
