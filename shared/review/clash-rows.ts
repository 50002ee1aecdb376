import { isSameValue } from '../changes/canonical.ts'
import { isDeletion, type Conflict } from '../changes/conflict.ts'
import { recordIn } from '../changes/fold.ts'
import { winnerOf, type Cell } from '../changes/folded-record.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { groupOf } from '../plan/record-group.ts'
import type { ClashRow, DeletionRow, Side } from './review-row.ts'

/**
 * A row for each conflict about one record that a person can decide.
 * @param view the plan after the merge
 * @param own all conflicts about the record
 */
export function clashRows(view: PlanView, own: readonly Conflict[]): readonly (ClashRow | DeletionRow)[] {
  return own.flatMap((conflict) => rowOf({ view, conflict, own }))
}

function rowOf({ view, conflict, own }: { readonly view: PlanView; readonly conflict: Conflict; readonly own: readonly Conflict[] }): readonly (ClashRow | DeletionRow)[] {
  const { on, field, mine, theirs } = conflict
  const head = { key: `clash ${on} ${field} ${mine.at} ${theirs.at}`, on, group: groupOf(view, on), counts: countingSide(view, conflict) }
  if (field === 'deleted') {
    // brought back in two ways, or deleted twice, is one and the same to a person
    if (isDeletion(mine) === isDeletion(theirs)) return []
    // it comes back or stays deleted as a whole: the last work stands for all
    const [lead, ...along] = own.filter((other) => isOfDeletion(other, conflict)).toSorted((a, b) => (workOf(a).at < workOf(b).at ? 1 : -1))
    if (conflict !== lead) return []
    return [{ ...head, kind: 'deletion', section: 'deletions', conflict, along, deletedBy: isDeletion(mine) ? 'mine' : 'theirs' }]
  }
  const leader = own.find((other) => isOfSameActions(conflict, other) && other.field !== 'order' && other.field !== 'deleted')
  if (field === 'order' && leader !== undefined) return []
  const along = conflict === leader ? own.filter((other) => other.field === 'order' && isOfSameActions(conflict, other)) : []
  return [{ ...head, kind: 'clash', section: 'clashes', conflict, along }]
}

function countingSide(view: PlanView, { on, field, mine, theirs }: Conflict): Side {
  const winner = winnerOf(recordIn(view.set, on), field)
  if (field === 'deleted') return (winner?.value === true) === isDeletion(theirs) ? 'theirs' : 'mine'
  // by value, since a copied profile writes both under one stamp
  return winner !== undefined && isSameValue(winner.value, theirs.value) && !isSameValue(winner.value, mine.value) ? 'theirs' : 'mine'
}

function isOfDeletion(a: Conflict, b: Conflict): boolean {
  if (a.field !== 'deleted') return false
  return isDeletion(b.mine) ? a.mine === b.mine : a.theirs === b.theirs
}

function workOf({ mine, theirs }: Conflict): Cell {
  return isDeletion(mine) ? theirs : mine
}

/** Both edits of the one were written together with those of the other. */
function isOfSameActions(a: Conflict, b: Conflict): boolean {
  return a.mine.at === b.mine.at && a.theirs.at === b.theirs.at
}
