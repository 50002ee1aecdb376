import type { Change, Edit } from './change.ts'
import { isGivenAgain, isOvertaken, ownOf, standing, untyped } from './choices-again.ts'
import { areEditsIn } from './conflict-edits.ts'
import { conflictChanges, isConflictChange } from './conflict-records.ts'
import { findConflicts, type Conflict } from './conflict.ts'
import { addChanges, foldChanges, recordIn, type ChangeSet, type Folded } from './fold.ts'
import { learn } from './knows.ts'
import { removeChanges, rewriteChanges } from './remove-changes.ts'
import { replicaOf, type Stamp } from './stamp.ts'
import type { TakenIn } from './take-in.ts'
import type { MergeAgain } from './taken-out.ts'
import { undoEdits } from './undo.ts'

/** A merge done again. */
export interface DoneAgain extends Pick<TakenIn, 'folded' | 'brought'> {
  /** What taking it out had written, and goes. */
  readonly without: readonly Change[]
  /** Whether what was written in it has new stamps now. */
  readonly isAnew: boolean
}

/**
 * Does a merge again that was taken out. Where nothing went or came since, it is as if it had never been taken out. Else
 * what was written in it gets new stamps: a file that has left knows later ones, and who has it would take the old ones
 * for known and raise no conflict over them; and one that came may clash with what taking it out had written. So it does
 * where a window was opened since: its clock goes on from a plan without the merge, and what is typed there would stand
 * below what was written in the merge, or under the same stamp.
 */
export function takeInAgain(merge: MergeAgain): DoneAgain {
  return merge.hasExchanged || isGivenAgain(merge) || isOvertaken(merge) ? writeAnew(merge) : putBack(merge)
}

/** Takes out what taking it out had written, and puts back what went, to the last stamp. */
function putBack({ set, out, knows, replica }: MergeAgain): DoneAgain {
  const clean = removeChanges(set, out.written).set
  const edits = out.again.filter((change) => !isConflictChange(change))
  const merged = addChanges(clean, edits).set
  const conflicts = out.again.filter((change) => isConflictChange(change) && isOfEditsIn(merged, change))
  const whole = addChanges(merged, conflicts).set
  const theirs = edits.filter(({ at }) => replicaOf(at) !== replica)
  const found = conflictChanges({ set: whole, conflicts: clashesWith({ set: clean, theirs, knows: [...knows, ...out.known], own: [] }) })
  const brought = [...edits, ...conflicts, ...found]
  return { folded: rewriteChanges(set, { without: out.written, changes: brought }), brought, without: out.written, isAnew: false }
}

function writeAnew(merge: MergeAgain): DoneAgain {
  const { set, out, knows, replica, stamp } = merge
  const theirs = out.again.filter((change) => replicaOf(change.at) !== replica && !isConflictChange(change))
  const merged = addChanges(set, theirs)
  const own = ownOf(merge).flatMap((change) => standing({ merge, among: merged.set, change }))
  const made = own.length === 0 ? [] : stamp(merged.set, own)
  const added = addChanges(merged.set, made)
  // a conflict with what was written then is settled: what is written anew is written in the knowledge of both
  const conflicts = out.again.filter((change) => isConflictChange(change) && isOfEditsIn(added.set, change))
  const whole = addChanges(added.set, conflicts)
  const found = conflictChanges({ set: whole.set, conflicts: clashesWith({ set, theirs, knows: [...knows, ...out.known], own }) })
  const withFound = addChanges(whole.set, found)
  const back = undoEdits({ set: withFound.set, step: out.settingBack, replica }).flatMap((edit) => untyped(merge, edit))
  const undone = back.length === 0 ? [] : stamp(withFound.set, back)
  const all = addChanges(withFound.set, undone)
  const touched: Folded['touched'] = new Map([...all.touched, ...withFound.touched, ...whole.touched, ...added.touched, ...merged.touched])
  return { folded: { set: all.set, touched }, brought: [...theirs, ...conflicts, ...found, ...made, ...undone], without: [], isAnew: true }
}

interface Clashes {
  readonly set: ChangeSet
  readonly theirs: readonly Change[]
  readonly knows: readonly Stamp[]
  /** What is written anew, in the knowledge of both sides. */
  readonly own: readonly Edit[]
}

/** The conflicts with what has come in since the merge was taken back. */
function clashesWith({ set, theirs, knows, own }: Clashes): readonly Conflict[] {
  const file = foldChanges(theirs)
  const held = { ...file, knows: learn(file.knows, knows) }
  const isSettled = ({ on, field }: Conflict): boolean => own.some((edit) => edit.on === on && Object.hasOwn(edit.set, field))
  return [...new Set(theirs.map(({ on }) => on))].flatMap((on) => findConflicts({ mine: set, theirs: held, on })).filter((conflict) => !isSettled(conflict))
}

function isOfEditsIn(set: ChangeSet, conflict: Change): boolean {
  const record = recordIn(foldChanges([conflict]), conflict.on)
  return record !== undefined && areEditsIn(set, record)
}
