import type { Change } from '../changes/change.ts'
import { areEditsIn } from '../changes/conflict-edits.ts'
import { conflictChanges, conflictIdOf, isConflictChange } from '../changes/conflict-records.ts'
import { findConflicts, type Conflict } from '../changes/conflict.ts'
import { cellsByRecord, changesOfRecord, foldChanges, recordIn, type ChangeSet } from '../changes/fold.ts'
import { cellsOf, type Cell } from '../changes/folded-record.ts'
import { isKnown } from '../changes/knows.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { hasKind, isBookkeeping, type RecordId } from '../model/ids.ts'
import { hasBrought, type OtherMerge } from './other-merges.ts'

/**
 * The conflicts that go with edits, whichever merge found them: one of which both edits stay, since other files have
 * brought them too, stays as well. One left behind would bear the stamp of an edit that is gone, and so say that it, and
 * all that its writer wrote before, is known.
 * @param set with the edits
 * @param left without them
 */
export function conflictsWithout({ set, left }: { readonly set: ChangeSet; readonly left: ChangeSet }): readonly Change[] {
  return [...valuesOf(set.records)].flatMap((record) => (hasKind(record.id, 'conflict') && !areEditsIn(left, record) ? changesOfRecord(record).filter(isConflictChange) : []))
}

/**
 * The conflicts that a merge hid and that come to light when it is taken back: an edit lost, or won, against one that is
 * gone now, and meets by that another one that it did not know. They are those that the other merges would have raised.
 * @param left without the merge
 * @param added what the merge brought
 * @param others the other merges that count, in their order
 * @param withdrawn those that were taken out before
 */
export function hiddenConflicts({ left, added, others, withdrawn }: { readonly left: ChangeSet; readonly added: readonly Change[]; readonly others: readonly OtherMerge[]; readonly withdrawn: readonly OtherMerge[] }): readonly Change[] {
  const { cells } = cellsByRecord(added)
  const records = [...cells].filter(([on]) => !isBookkeeping(on))
  const conflicts = others.flatMap((merge, index) => records.flatMap(([on, own]) => conflictsIn({ left, on, added: own, withdrawn, merge, earlier: others.slice(0, index) })))
  return conflictChanges({ set: left, conflicts: [...new Map(conflicts.map((conflict) => [conflictIdOf(conflict), conflict])).values()] })
}

interface Meeting {
  readonly left: ChangeSet
  readonly on: RecordId
  /** What the merge that is taken back had brought of the record. */
  readonly added: readonly Cell[]
  readonly withdrawn: readonly OtherMerge[]
  readonly merge: OtherMerge
  readonly earlier: readonly OtherMerge[]
}

/** Between what a file knew of a record and what was known here before it, had the merges that are taken back never been. */
function conflictsIn({ left, on, added, withdrawn, merge: { knows, before }, earlier }: Meeting): readonly Conflict[] {
  const record = recordIn(left, on)
  if (record === undefined) return []
  const changes = [...cellsOf(record)].map(({ at, field, value }) => ({ at, on, field, set: { [field]: value } }))
  const hasGone = ({ at, field }: (typeof changes)[number]): boolean => added.some((cell) => cell.at === at && cell.field === field) || withdrawn.some((other) => hasBrought(other, at))
  const isMine = (change: (typeof changes)[number]): boolean => isKnown({ knows: before, stamp: change.at }) && (!hasGone(change) || earlier.some((other) => isKnown({ knows: other.knows, stamp: change.at })))
  const mine = foldChanges(changes.filter(isMine))
  const theirs = { ...foldChanges(changes.filter(({ at }) => isKnown({ knows, stamp: at }))), knows }
  return findConflicts({ mine, theirs, on })
}
