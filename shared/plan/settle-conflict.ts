import { isSameValue } from '../changes/canonical.ts'
import type { Edit, Value } from '../changes/change.ts'
import { isDeletion } from '../changes/conflict.ts'
import { recordIn } from '../changes/fold.ts'
import { winnerOf, type Cell } from '../changes/folded-record.ts'
import { unsetOf } from '../changes/undo.ts'
import { bringBack } from './bring-back.ts'
import { isOverDeletion, type ConflictSide, type OpenConflict } from './open-conflict.ts'
import { openConflicts } from './open-conflicts.ts'
import type { PlanView } from './plan-view.ts'

/** Which of the two counts, also where it was written anew, as undo does; null where something else was written since. */
export function countingSide(view: PlanView, { on, field, earlier, later, below }: OpenConflict): ConflictSide | null {
  const winner = winnerOf(recordIn(view.set, on), field)
  const isWinner = (cell: Cell): boolean => winner?.field === cell.field && isSameValue(winner.value ?? unsetOf(field), cell.value ?? unsetOf(field))
  if (field === 'deleted' && isOverDeletion({ earlier, later, below })) {
    // the side that worked on counts as long as the record is there
    const isDeleted = winner?.value === true
    return isDeleted === isDeletion(earlier) ? 'earlier' : 'later'
  }
  return isWinner(later) ? 'later' : isWinner(earlier) ? 'earlier' : null
}

/** Keeps what counts: the conflict has been looked at. */
export function keepConflict({ id, along }: OpenConflict): readonly Edit[] {
  return [{ on: id, set: { reviewed: true } }, ...along.flatMap(keepConflict)]
}

/** Lets one side count, by a new change where it doesn't count already. */
export function settleConflict({ view, conflict, side }: { readonly view: PlanView; readonly conflict: OpenConflict; readonly side: ConflictSide }): readonly Edit[] {
  // what goes along is let count by the same change; of one field the conflict says what counts
  const own = [conflict, ...conflict.along.filter(({ field }) => field !== conflict.field)]
  const set = Object.fromEntries(own.filter((each) => countingSide(view, each) !== side).map((each) => [each.field, valueOfSide(each, side)]))
  const edits = Object.keys(set).length === 0 ? [] : [{ on: conflict.on, set }]
  return [...edits, ...(set['deleted'] === false ? aboveToo(view, conflict) : []), ...keepConflict(conflict)]
}

/** What comes back is in sight only where all above it is. */
function aboveToo(view: PlanView, { on, below, along }: OpenConflict): readonly Edit[] {
  const worked = [on, below, ...along.map((each) => each.below)].filter((id) => id !== undefined)
  return bringBack(view, worked).filter((edit) => edit.on !== on)
}

function valueOfSide({ field, ...cells }: OpenConflict, side: ConflictSide): Value {
  const cell = cells[side]
  const value = cell.field === field && cells.below === undefined ? cell.value : isDeletion(cell) // deletion against work: the work stands where nothing is deleted
  return value ?? unsetOf(field)
}

/** The marks that an edit settles the conflicts it decides by itself: who writes a field anew has seen what it said. */
export function settledBy(view: PlanView, edits: readonly Edit[]): readonly Edit[] {
  const open = openConflicts(view)
  if (open.length === 0) return []
  // looked up and not looked for: all conflicts that wait may be kept by one action
  const byRecord = Map.groupBy(edits, ({ on }) => on)
  const isWritten = ({ on, field, id }: OpenConflict): boolean => !byRecord.has(id) && (byRecord.get(on)?.some(({ set }) => Object.hasOwn(set, field)) ?? false)
  return open.filter(isWritten).flatMap(keepConflict)
}
