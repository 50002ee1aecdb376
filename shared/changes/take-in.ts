import { isBookkeeping, type ConflictId } from '../model/ids.ts'
import { addedChanges } from './added-changes.ts'
import type { Change, Edit } from './change.ts'
import { areEditsIn } from './conflict-edits.ts'
import { conflictChanges, isConflictChange, reviewMarks } from './conflict-records.ts'
import { findConflicts, type Conflict } from './conflict.ts'
import { addChanges, foldChanges, recordIn, type ChangeSet, type Folded } from './fold.ts'
import { learn } from './knows.ts'
import { mergeChangeSets, type Merge } from './merge.ts'
import { replicaOf, type Stamp } from './stamp.ts'
import { undoEdits, type UndoStep } from './undo.ts'

export interface TakeIn {
  readonly set: ChangeSet
  readonly theirs: ChangeSet
  /** What a person chose against the file: new changes on top, since everything is merged. */
  readonly edits: readonly Edit[]
  /** The conflicts that the person has decided; null where none are kept to be looked at, as with a goals page. */
  readonly reviewed: ReadonlySet<ConflictId> | null
  /** Makes changes of edits of the merged set. */
  readonly stamp: (set: ChangeSet, edits: readonly Edit[]) => readonly Change[]
}

/** A merge with all that was done in it. */
export interface TakenIn {
  readonly merge: Merge
  readonly folded: Folded
  /** The conflicts that were found, to be looked at. */
  readonly found: readonly Change[]
  /** The changes made here: what the person chose, and that it was looked at. */
  readonly made: readonly Change[]
  /** Everything that wasn't in the set before: what the log is to keep, and what is taken back. */
  readonly brought: readonly Change[]
}

/** Merges another set of changes, keeps the conflicts for whoever looks at them later, and adds a person's choices. */
export function takeIn({ set, theirs, edits, reviewed, stamp }: TakeIn): TakenIn {
  const merge = mergeChangeSets(set, theirs)
  const found = reviewed === null ? [] : conflictChanges({ set: merge.set, conflicts: merge.conflicts })
  const withFound = addChanges(merge.set, found)
  const own = [...edits, ...reviewMarks({ set: withFound.set, reviewed: reviewed ?? [] })]
  const made = own.length === 0 ? [] : stamp(withFound.set, own)
  const added = addChanges(withFound.set, made)
  const touched = new Map([...added.touched, ...withFound.touched, ...merge.touched]) // a record touched twice was before what it was before the merge
  return { merge, folded: { set: added.set, touched }, found, made, brought: addedChanges({ before: set, after: added.set, touched: touched.keys() }) }
}

/**
 * Does a merge again that was taken back. What was written in it gets new stamps: a file may have left since that
 * knows later ones, and who has it would take the old ones for known and raise no conflict over them.
 * @param brought what it had brought, and what went out of the plan when it was taken back
 * @param knows what the file knew: what has come in since may clash with it
 * @param replica this computer's id
 * @param settingBack what set fields back when it was taken back (`changed-back.ts`): that is undone with it
 */
export function takeInAgain({ set, brought, knows, replica, settingBack, stamp }: Pick<TakeIn, 'set' | 'stamp'> & { readonly brought: readonly Change[]; readonly knows: readonly Stamp[]; readonly replica: string; readonly settingBack: UndoStep }): Pick<TakenIn, 'folded' | 'brought'> {
  const isOwn = (change: Change): boolean => replicaOf(change.at) === replica && !isConflictChange(change)
  const theirs = brought.filter((change) => !isOwn(change) && !isConflictChange(change))
  const own = brought.filter(isOwn).map(({ on, set: fields }) => ({ on, set: fields }))
  const merged = addChanges(set, theirs)
  const made = own.length === 0 ? [] : stamp(merged.set, own)
  const added = addChanges(merged.set, made)
  // a conflict with what was written then is settled: what is written anew is written in the knowledge of both
  const conflicts = brought.filter((change) => isConflictChange(change) && isOfEditsIn(added.set, change))
  const whole = addChanges(added.set, conflicts)
  const found = conflictChanges({ set: whole.set, conflicts: clashesWith({ set, theirs, knows, own }) })
  const withFound = addChanges(whole.set, found)
  const back = undoEdits({ set: withFound.set, step: settingBack, replica })
  const undone = back.length === 0 ? [] : stamp(withFound.set, back)
  const all = addChanges(withFound.set, undone)
  const touched = new Map([...all.touched, ...withFound.touched, ...whole.touched, ...added.touched, ...merged.touched])
  return { folded: { set: all.set, touched }, brought: [...theirs, ...conflicts, ...found, ...made, ...undone] }
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

/**
 * Whether a merge brought changes under this computer's own name that this computer never made: then its profile
 * was copied, or is a copy, and it must go on under another name.
 */
export function bringsOwn({ brought, made, replica }: Pick<TakenIn, 'brought' | 'made'> & { readonly replica: string }): boolean {
  const own = new Set(made.map(({ at }) => at))
  return brought.some((change) => replicaOf(change.at) === replica && !own.has(change.at) && !isConflictChange(change))
}

/** How many changes a merge brought from others, by action and record; its own bookkeeping, choices and found conflicts are none. */
export function broughtByOthers({ brought, made }: Pick<TakenIn, 'brought' | 'made'>): number {
  const own = new Set(made.map(({ at }) => at))
  return brought.filter(({ at, on }) => !own.has(at) && !isBookkeeping(on)).length
}
