import { kindOf, type RecordId } from '../../model/ids.ts'

/**
 * The fields whose old values are folded away: words and places. How a goal went (its status, its quarter, whether it is
 * deleted, what it is called, where it hangs, whom it needs) is what charts, the reviews of a quarter and "in progress
 * since" are drawn from, and stays; so does what a newer version writes.
 */
const foldedFields: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['plan', new Set(['summary'])],
  ['program', new Set(['owner', 'summary', 'links', 'order'])],
  ['outcome', new Set(['order'])],
  ['output', new Set(['order'])],
  ['goal', new Set(['description', 'reason', 'waitingOn', 'owner', 'order'])],
  ['note', new Set(['text', 'author'])],
])

export function isFoldedField(on: RecordId, field: string): boolean {
  return foldedFields.get(kindOf(on))?.has(field) === true
}
