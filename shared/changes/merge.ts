import type { RecordId } from '../model/ids.ts'
import { isSameValue } from './canonical.ts'
import type { Value } from './change.ts'
import { findConflicts, type Conflict } from './conflict.ts'
import { uniteChangeSets, type ChangeSet, type Folded, recordIn } from './fold.ts'
import { winnerOf, type FoldedRecord } from './folded-record.ts'
import { isKnown, type Knows } from './knows.ts'
import { isFarAhead, msOf, replicaOf, writerOf, type Stamp } from './stamp.ts'
import { isAheadWriter, isFileWriter } from './writer.ts'

/** One field that reads differently after the merge. */
export interface FieldChange {
  readonly on: RecordId
  readonly field: string
  /** Undefined where the field had never been set. */
  readonly before: Value | undefined
  readonly after: Value
}

export interface Merge extends Folded {
  readonly conflicts: readonly Conflict[]
  readonly newRecords: readonly RecordId[]
  /** Fields of records that were here before, with another value now. */
  readonly changedFields: readonly FieldChange[]
  /** Records of the file that were here before and say the same as they did. */
  readonly same: number
}

/** Merges another replica's changes into ours; what differs and what clashes is counted, nothing is left out. */
export function mergeChangeSets(mine: ChangeSet, theirs: ChangeSet): Merge {
  const united = uniteChangeSets(mine, theirs)
  const newRecords: RecordId[] = []
  const changedFields: FieldChange[] = []
  const conflicts: Conflict[] = []
  for (const [id, before] of united.touched) {
    const after = recordIn(united.set, id)
    if (before === undefined || after === undefined) {
      newRecords.push(id)
      continue
    }
    for (const change of changesBetween(before, after)) changedFields.push(change)
    for (const conflict of findConflicts({ mine, theirs, on: id })) conflicts.push(conflict)
  }
  const changedRecords = new Set(changedFields.map((change) => change.on))
  return { ...united, conflicts, newRecords, changedFields, same: theirs.records.size - newRecords.length - changedRecords.size }
}

/**
 * Whose clock runs ahead, and by how much: stamps more than a day after `now`, which wait for a person's
 * word. Not those that are known, since somebody let them in before, nor those a clock for writing over the
 * far future made, or a hand in a file that did the same: they are not the ones that are off.
 */
export function stampsAhead({ set, known, now }: { readonly set: ChangeSet; readonly known: Knows; readonly now: number }): readonly { readonly replica: string; readonly byMs: number }[] {
  const latest = new Map<string, Stamp>()
  for (const stamp of set.knows.values()) {
    if (!isFarAhead({ stamp, now }) || isKnown({ knows: known, stamp }) || isAheadWriter(writerOf(stamp)) || isFileWriter(writerOf(stamp))) continue
    const other = latest.get(replicaOf(stamp))
    if (other === undefined || other < stamp) latest.set(replicaOf(stamp), stamp)
  }
  return [...latest].map(([replica, stamp]) => ({ replica, byMs: msOf(stamp) - now }))
}

function changesBetween(before: FoldedRecord, after: FoldedRecord): readonly FieldChange[] {
  return after.winners.flatMap((cell) => {
    const old = winnerOf(before, cell.field)
    return isSameValue(old?.value ?? null, cell.value) ? [] : [{ on: after.id, field: cell.field, before: old?.value, after: cell.value }]
  })
}
