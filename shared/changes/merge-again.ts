import { isBookkeeping, type RecordId } from '../model/ids.ts'
import { isSameValue } from './canonical.ts'
import type { Change, Edit } from './change.ts'
import { areEditsIn } from './conflict-edits.ts'
import { conflictChanges, isConflictChange } from './conflict-records.ts'
import { findConflicts, type Conflict } from './conflict.ts'
import { addChanges, changesOf, foldChanges, recordIn, type ChangeSet, type Folded } from './fold.ts'
import { cellsOf, winnerOf, type Cell } from './folded-record.ts'
import { isKnown, learn } from './knows.ts'
import { removeChanges, rewriteChanges } from './remove-changes.ts'
import { replicaOf, type Stamp } from './stamp.ts'
import type { TakeIn, TakenIn } from './take-in.ts'
import { undoEdits, type UndoStep } from './undo.ts'

/** A merge that was taken out of the plan, as it must be known to do it again. */
export interface TakenOut {
  /** What it had brought, and what went with it. */
  readonly again: readonly Change[]
  /** What was written when it was taken out: copies of what stayed, and what set fields back. */
  readonly written: readonly Change[]
  /** How that which set fields back is undone. */
  readonly settingBack: UndoStep
  /** What was known here then, the merge included: who had written it had seen the file. */
  readonly known: readonly Stamp[]
  /** The plan without it, to tell what was typed since. */
  readonly left: ChangeSet
}

export interface MergeAgain extends Pick<TakeIn, 'set' | 'stamp'> {
  readonly out: TakenOut
  /** What the file knew. */
  readonly knows: readonly Stamp[]
  /** This computer. */
  readonly replica: string
  /** Whether a file has left this computer, or another one was merged, since the merge was taken out. */
  readonly hasExchanged: boolean
}

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

/** Whether a stamp of what was written in the merge has been given to something else since: a window was opened again. */
function isGivenAgain({ set, out, replica }: MergeAgain): boolean {
  const own = new Set(out.again.filter((change) => replicaOf(change.at) === replica && !isConflictChange(change)).map(({ at }) => at))
  const mayBe = [...own].some((stamp) => isKnown({ knows: set.knows, stamp }))
  return mayBe && [...changesOf(set)].some(({ at }) => own.has(at))
}

/** Whether people here have typed something since that would stand below what was written in the merge. */
function isOvertaken(merge: MergeAgain): boolean {
  return ownOf(merge).some(({ at, on, set }) => Object.keys(set).some((field) => typedSince(merge, on, field).some((cell) => cell.at <= at)))
}

/** What was written in the merge, of each field the latest: one that is done again often brings all that it ever brought. */
function ownOf({ out, replica }: MergeAgain): readonly Change[] {
  const seen = new Set<string>()
  const isFirst = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined
  return out.again
    .filter((change) => replicaOf(change.at) === replica && !isConflictChange(change))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .flatMap((change) => {
      const latest = Object.entries(change.set).filter(([field]) => isFirst(`${change.on} ${field}`))
      return latest.length === 0 ? [] : [{ ...change, set: Object.fromEntries(latest) }]
    })
    .toReversed()
}

/** What people here have written into a field since the merge was taken out, under whichever stamp. */
function typedSince({ set, out, replica }: MergeAgain, on: RecordId, field: string): readonly Cell[] {
  const then = cellsIn(out.left, on, field)
  return cellsIn(set, on, field).filter((cell) => replicaOf(cell.at) === replica && !then.some((old) => old.at === cell.at && isSameValue(old.value, cell.value)))
}

function cellsIn(set: ChangeSet, on: RecordId, field: string): readonly Cell[] {
  const record = recordIn(set, on)
  return record === undefined ? [] : [...cellsOf(record)].filter((cell) => cell.field === field)
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
  const back = undoEdits({ set: withFound.set, step: out.settingBack, replica })
  const undone = back.length === 0 ? [] : stamp(withFound.set, back)
  const all = addChanges(withFound.set, undone)
  const touched: Folded['touched'] = new Map([...all.touched, ...withFound.touched, ...whole.touched, ...added.touched, ...merged.touched])
  return { folded: { set: all.set, touched }, brought: [...theirs, ...conflicts, ...found, ...made, ...undone], without: [], isAnew: true }
}

/** What of a choice made in the merge still holds: what was typed over it since stays, and so does what others wrote later. */
function standing({ merge, among, change: { at, on, set: fields } }: { readonly merge: MergeAgain; readonly among: ChangeSet; readonly change: Change }): readonly Edit[] {
  const record = recordIn(among, on)
  const stands = (field: string): boolean => isBookkeeping(on) || (typedSince(merge, on, field).length === 0 && (winnerOf(record, field)?.at ?? '') < at)
  const left = Object.entries(fields).filter(([field]) => stands(field))
  return left.length === 0 ? [] : [{ on, set: Object.fromEntries(left) }]
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
