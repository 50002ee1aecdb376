import { parseCellName } from '../changes/cell-name.ts'
import type { Change } from '../changes/change.ts'
import { conflictChanges, conflictIdOf, isConflictChange } from '../changes/conflict-records.ts'
import { findConflicts, type Conflict } from '../changes/conflict.ts'
import { cellsByRecord, changesOfRecord, foldChanges, recordIn, type ChangeSet } from '../changes/fold.ts'
import { cellsOf, winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { isKnown, learn, type Knows } from '../changes/knows.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { hasKind, isBookkeeping, isRecordId, type RecordId } from '../model/ids.ts'

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

/** Whether both edits of a conflict are there. */
function areEditsIn(set: ChangeSet, conflict: FoldedRecord): boolean {
  const about = winnerOf(conflict, 'record')?.value
  const edited = isRecordId(about) ? recordIn(set, about) : undefined
  const [earlier, later] = [winnerOf(conflict, 'earlier')?.value, winnerOf(conflict, 'later')?.value]
  if (edited === undefined) return false
  if (earlier !== later) return cellsNamed(edited, earlier).length > 0 && cellsNamed(edited, later).length > 0
  // under one stamp, as a copied profile writes it, both have one name, and only their values tell which two they are
  const under = cellsNamed(edited, earlier)
  return under.some((mine) => under.some((theirs) => mine !== theirs && conflictIdOf({ on: edited.id, field: mine.field, mine, theirs }) === conflict.id))
}

/**
 * The conflicts that a merge hid and that come to light when it is taken back: an edit made here lost to one that is
 * gone now, and loses by that to another one of the other files, which alone would have raised it.
 * @param left without the merge
 * @param added what the merge brought
 * @param others what the files of the other merges know
 */
export function hiddenConflicts({ left, added, others }: { readonly left: ChangeSet; readonly added: readonly Change[]; readonly others: readonly Knows[] }): readonly Change[] {
  const knows = others.reduce<Knows>((all, each) => learn(all, each.values()), new Map())
  const { cells } = cellsByRecord(added)
  const isAdded = ({ on, theirs }: Conflict): boolean => cells.get(on)?.some(({ at, field }) => at === theirs.at && field === theirs.field) ?? false
  const conflicts = [...cells.keys()].filter((on) => !isBookkeeping(on)).flatMap((on) => conflictsWithin({ left, on, knows })).filter(isAdded)
  return conflictChanges({ set: left, conflicts })
}

/** The edits that a record of a conflict means by a name. */
function cellsNamed(edited: FoldedRecord, name: unknown): readonly Cell[] {
  const cell = typeof name === 'string' ? parseCellName(name) : null
  return [...cellsOf(edited)].filter(({ at, field }) => at === cell?.at && field === cell.field)
}

/** Between what the other files know of a record and what they don't, where theirs is the later: an edit that knew it would be later still. */
function conflictsWithin({ left, on, knows }: { readonly left: ChangeSet; readonly on: RecordId; readonly knows: Knows }): readonly Conflict[] {
  const record = recordIn(left, on)
  if (record === undefined) return []
  const changes = [...cellsOf(record)].map(({ at, field, value }) => ({ at, on, set: { [field]: value } }))
  const isTheirs = ({ at }: Change): boolean => isKnown({ knows, stamp: at })
  const mine = foldChanges(changes.filter((change) => !isTheirs(change)))
  const theirs = { ...foldChanges(changes.filter(isTheirs)), knows }
  return findConflicts({ mine, theirs, on }).filter((conflict) => conflict.mine.at < conflict.theirs.at)
}
