import type { ConflictId } from '../model/ids.ts'
import { addedChanges } from './added-changes.ts'
import type { Change, Edit } from './change.ts'
import { conflictChanges, isConflictChange, reviewMarks } from './conflict-records.ts'
import { addChanges, type ChangeSet, type Folded } from './fold.ts'
import { mergeChangeSets, type Merge } from './merge.ts'
import { replicaOf } from './stamp.ts'

export interface TakeIn {
  readonly set: ChangeSet
  /** All that somebody else holds. */
  readonly theirs: ChangeSet
  /** What of it comes in, where not all does. */
  readonly taken?: ChangeSet
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
export function takeIn({ set, theirs, taken = theirs, edits, reviewed, stamp }: TakeIn): TakenIn {
  const merge = mergeChangeSets(set, theirs, taken)
  const found = reviewed === null ? [] : conflictChanges({ set: merge.set, conflicts: merge.conflicts })
  const withFound = addChanges(merge.set, found)
  const own = [...edits, ...reviewMarks({ set: withFound.set, reviewed: reviewed ?? [] })]
  const made = own.length === 0 ? [] : stamp(withFound.set, own)
  const added = addChanges(withFound.set, made)
  const touched = new Map([...added.touched, ...withFound.touched, ...merge.touched]) // a record touched twice was before what it was before the merge
  return { merge, folded: { set: added.set, touched }, found, made, brought: addedChanges({ before: set, after: added.set, touched: touched.keys() }) }
}

/**
 * Whether a merge brought changes under this computer's own name that this computer never made: then its profile
 * was copied, or is a copy, and it must go on under another name.
 */
export function bringsOwn({ brought, made, replica }: Pick<TakenIn, 'brought' | 'made'> & { readonly replica: string }): boolean {
  const own = new Set(made.map(({ at }) => at))
  return brought.some((change) => replicaOf(change.at) === replica && !own.has(change.at) && !isConflictChange(change))
}
