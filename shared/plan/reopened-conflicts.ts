import { isSameValue } from '../changes/canonical.ts'
import { parseCellName } from '../changes/cell-name.ts'
import type { Change, Edit } from '../changes/change.ts'
import { conflictEdits } from '../changes/conflict-records.ts'
import { findConflicts, type Conflict } from '../changes/conflict.ts'
import { cellsByRecord, foldChanges, recordIn, type ChangeSet } from '../changes/fold.ts'
import { cellsOf, winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { isKnown, learn, type Knows } from '../changes/knows.ts'
import { hasKind, isBookkeeping, isRecordId, type RecordId } from '../model/ids.ts'

/**
 * The conflicts that there are when a merge is taken back, and that went with it. Both edits of some stay, since other
 * files brought them too: they are written anew, under a stamp of our own, since one that stayed of another computer
 * would say that all it wrote before is known. And some the merge hid: an edit made here lost to one that is gone now,
 * and loses by that to another one of those files, which alone would have raised it.
 * @param set with the merge
 * @param left without it
 * @param added what the merge brought
 * @param others what the files of the other merges know
 */
export function reopenedConflicts({ set, left, added, others }: { readonly set: ChangeSet; readonly left: ChangeSet; readonly added: readonly Change[]; readonly others: readonly Knows[] }): readonly Edit[] {
  const knows = others.reduce<Knows>((all, each) => learn(all, each.values()), new Map())
  const ids = [...new Set(added.map(({ on }) => on))]
  const again = ids.flatMap((on) => conflictAgain({ set, left, on }))
  const written = new Set(again.map(({ on }) => on))
  const { cells } = cellsByRecord(added)
  const isAdded = ({ on, theirs }: Conflict): boolean => cells.get(on)?.some(({ at, field }) => at === theirs.at && field === theirs.field) ?? false
  const hidden = ids.filter((on) => !isBookkeeping(on)).flatMap((on) => conflictsWithin({ left, on, knows })).filter(isAdded)
  return [...again, ...conflictEdits({ set: left, conflicts: hidden, reviewed: new Set() }).filter(({ on }) => !written.has(on))]
}

/** What a record of a conflict says no more, where both its edits are still there. */
function conflictAgain({ set, left, on }: { readonly set: ChangeSet; readonly left: ChangeSet; readonly on: RecordId }): readonly Edit[] {
  const before = recordIn(set, on)
  const after = recordIn(left, on)
  if (!hasKind(on, 'conflict') || before === undefined || winnerOf(after, 'record') !== undefined) return []
  const about = winnerOf(before, 'record')?.value
  const edited = isRecordId(about) ? recordIn(left, about) : undefined
  if (edited === undefined || !(['earlier', 'later'] as const).every((side) => holds(edited, winnerOf(before, side)))) return []
  const lost = before.winners.filter(({ field, value }) => !isSameValue(winnerOf(after, field)?.value, value))
  return [{ on, set: Object.fromEntries(lost.map(({ field, value }) => [field, value])) }]
}

/** Whether the edit is there that a record of a conflict names. */
function holds(edited: FoldedRecord, name: Cell | undefined): boolean {
  const cell = typeof name?.value === 'string' ? parseCellName(name.value) : null
  return cell !== null && [...cellsOf(edited)].some(({ at, field }) => at === cell.at && field === cell.field)
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
