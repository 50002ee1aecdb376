import { hasKind, type RecordId } from '../model/ids.ts'
import { isSameValue } from './canonical.ts'
import type { Value } from './change.ts'
import { uniteChangeSets, type ChangeSet, type Folded, recordIn } from './fold.ts'
import { winnerOf, type Cell, type FoldedRecord } from './folded-record.ts'
import { isKnown } from './knows.ts'
import { isFarAhead, msOf, replicaOf, type Stamp } from './stamp.ts'

/** One field that both sides edited without knowing of each other; the later stamp already won. */
export interface Conflict {
  readonly on: RecordId
  readonly field: string
  readonly mine: Cell
  readonly theirs: Cell
}

/** One field whose value is another after the merge. */
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
    changedFields.push(...changesBetween(before, after))
    conflicts.push(...conflictsIn({ mine, theirs, before }))
  }
  const changedRecords = new Set(changedFields.map((change) => change.on))
  return { ...united, conflicts, newRecords, changedFields, same: theirs.records.size - newRecords.length - changedRecords.size }
}

/** Whose clock runs ahead, and by how much: stamps more than a day after `now`, which wait for a person's word. */
export function stampsAhead({ set, now }: { readonly set: ChangeSet; readonly now: number }): readonly { readonly replica: string; readonly byMs: number }[] {
  const latest = new Map<string, Stamp>()
  for (const stamp of set.knows.values()) {
    if (!isFarAhead({ stamp, now })) continue
    const known = latest.get(replicaOf(stamp))
    if (known === undefined || known < stamp) latest.set(replicaOf(stamp), stamp)
  }
  return [...latest].map(([replica, stamp]) => ({ replica, byMs: msOf(stamp) - now }))
}

function changesBetween(before: FoldedRecord, after: FoldedRecord): readonly FieldChange[] {
  return after.winners.flatMap((cell) => {
    const old = winnerOf(before, cell.field)
    return isSameValue(old?.value, cell.value) ? [] : [{ on: after.id, field: cell.field, before: old?.value, after: cell.value }]
  })
}

function conflictsIn({ mine, theirs, before }: { readonly mine: ChangeSet; readonly theirs: ChangeSet; readonly before: FoldedRecord }): readonly Conflict[] {
  const other = recordIn(theirs, before.id)
  if (other === undefined || hasKind(before.id, 'replica')) return []
  return other.winners.flatMap((theirCell) => {
    const myCell = winnerOf(before, theirCell.field)
    if (myCell === undefined || isSameValue(myCell.value, theirCell.value)) return []
    const concurrent = !isKnown({ knows: theirs.knows, stamp: myCell.at }) && !isKnown({ knows: mine.knows, stamp: theirCell.at })
    return concurrent ? [{ on: before.id, field: theirCell.field, mine: myCell, theirs: theirCell }] : []
  })
}
