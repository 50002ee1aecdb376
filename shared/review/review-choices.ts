import { isSameValue } from '../changes/canonical.ts'
import type { Edit, Value } from '../changes/change.ts'
import type { Conflict } from '../changes/conflict.ts'
import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { unsetOf } from '../changes/undo.ts'
import type { RecordId } from '../model/ids.ts'
import type { PlanView } from '../plan/plan-view.ts'
import type { MergeReview } from './merge-review.ts'
import type { ReviewRow, Side } from './review-row.ts'

/** The sides a person has chosen or confirmed, by the key of the row; what isn't in here stays as it counts. */
export type ReviewChoices = ReadonlyMap<string, Side>

interface Chosen {
  readonly review: MergeReview
  readonly choices: ReviewChoices
}

/** The side whose value will stand. */
export function sideOf(row: ReviewRow, choices: ReviewChoices): Side {
  return choices.get(row.key) ?? row.counts
}

/**
 * The edits that make the chosen values count once all of the file is merged: nothing of it is left out, a
 * choice against it is a new change on top. What counts anyway is not written again.
 */
export function choicesToEdits({ review, choices }: Chosen): readonly Edit[] {
  const byRecord = new Map<RecordId, Map<string, Value>>()
  for (const row of review.rows) {
    const side = choices.get(row.key)
    if (side === undefined || side === row.counts) continue
    for (const { field, value } of valuesFor(row, side)) {
      if (reads(review.view, row.on, field, value)) continue
      const fields = byRecord.get(row.on) ?? new Map<string, Value>()
      byRecord.set(row.on, fields.set(field, value))
    }
  }
  // fromEntries, since assigning to a field named `__proto__` would set no field
  return [...byRecord].map(([on, fields]) => ({ on, set: Object.fromEntries(fields) }))
}

/** The conflicts that a person has looked at and decided, whichever way; the others wait in the list. */
export function reviewedConflicts({ review, choices }: Chosen): readonly Conflict[] {
  return review.rows.filter(({ key }) => choices.has(key)).flatMap(conflictsOf)
}

/** How many things will be another way than they are here now. */
export function countChanges({ review, choices }: Chosen): number {
  return review.rows.reduce((count, row) => (sideOf(row, choices) === 'theirs' ? count + 1 : count), 0)
}

/** The conflicts that a row stands for. */
export function conflictsOf(row: ReviewRow): readonly Conflict[] {
  switch (row.kind) {
    case 'clash':
    case 'deletion':
      return [row.conflict, ...row.along]
    default:
      return []
  }
}

interface FieldValue {
  readonly field: string
  readonly value: Value
}

/** What has to stand where the given side is chosen. */
function valuesFor(row: ReviewRow, side: Side): readonly FieldValue[] {
  switch (row.kind) {
    case 'clash':
      return conflictsOf(row).map((conflict) => ({ field: conflict.field, value: conflict[side].value ?? unsetOf(conflict.field) }))
    case 'deletion':
      return [{ field: 'deleted', value: row.deletedBy === side }]
    case 'record':
      // what is new is taken out again by deleting it, so that it is in the history and can be brought back
      return [{ field: 'deleted', value: (row.section === 'deleted') === (side === 'theirs') }]
    default:
      return [row.change, ...row.along].map(({ field, before, after }) => ({ field, value: (side === 'mine' ? before : after) ?? unsetOf(field) }))
  }
}

/** Whether a field reads so already; that nothing is deleted need not be written. */
function reads(view: PlanView, on: RecordId, field: string, value: Value): boolean {
  const current = winnerOf(recordIn(view.set, on), field)?.value
  if (field === 'deleted') return (current === true) === (value === true)
  return isSameValue(current ?? unsetOf(field), value)
}
