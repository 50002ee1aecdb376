import { isSameValue } from '../changes/canonical.ts'
import type { Change, Edit, Value } from '../changes/change.ts'
import { cellsByRecord, recordIn, type ChangeSet } from '../changes/fold.ts'
import { cellsOf, winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { isKnown, learn } from '../changes/knows.ts'
import { replicaOf, type Stamp } from '../changes/stamp.ts'
import { unsetOf } from '../changes/undo.ts'
import { isBookkeeping, type RecordId } from '../model/ids.ts'
import { hasBrought, type OtherMerge } from './other-merges.ts'

export interface ChangedBack {
  /** Without what goes. */
  readonly left: ChangeSet
  /** What goes with a merge. */
  readonly without: readonly Change[]
  /** What was known here before the merge. */
  readonly before: readonly Stamp[]
  /** This computer. */
  readonly replica: string
  /** Records that stay as they are, whatever goes. */
  readonly staying: ReadonlySet<RecordId>
  /** Other merges that were set back by new changes: what they brought doesn't count any more either. */
  readonly setBack: readonly OtherMerge[]
}

/**
 * Where somebody here changed what a merge had brought, and changed it back, by undo or by hand: they left it as the file
 * has it, so that goes with the file, though their own edit says it. These edits set such fields to what they would say
 * had neither been; what was written stays in the history.
 */
export function changedBack({ left, without, before, replica, staying, setBack }: ChangedBack): readonly Edit[] {
  const known = learn(new Map(), before)
  const isOwn = ({ at }: Cell): boolean => replicaOf(at) === replica && !isKnown({ knows: known, stamp: at })
  const isSetBack = ({ at }: Cell): boolean => setBack.some((merge) => hasBrought(merge, at))
  return [...cellsByRecord(without).cells].flatMap(([on, gone]): readonly Edit[] => {
    const record = isBookkeeping(on) || staying.has(on) ? undefined : recordIn(left, on)
    if (record === undefined) return []
    const fields = [...new Set(gone.map(({ field }) => field))].flatMap((field) => fieldBefore({ record, field, gone, isOwn, isSetBack }))
    return fields.length === 0 ? [] : [{ on, set: Object.fromEntries(fields) }]
  })
}

interface FieldBefore {
  readonly record: FoldedRecord
  readonly field: string
  readonly gone: readonly Cell[]
  readonly isOwn: (cell: Cell) => boolean
  readonly isSetBack: (cell: Cell) => boolean
}

/** What a field is set to; nothing where nobody has changed it back. */
function fieldBefore({ record, field, gone, isOwn, isSetBack }: FieldBefore): readonly (readonly [string, Value])[] {
  const now = winnerOf(record, field)
  if (now === undefined || !isOwn(now)) return []
  const brought = gone.filter((cell) => cell.field === field && cell.at < now.at && isSame(cell, now)).toSorted(byStamp).at(-1)
  if (brought === undefined) return []
  const cells = [...cellsOf(record)].filter((cell) => cell.field === field && cell !== now).toSorted(byStamp)
  const since = cells.filter(({ at }) => at > brought.at)
  // who wrote the same right over it, without a change in between, meant it
  if (!since.every((cell) => isOwn(cell) || isSetBack(cell)) || since.every((cell) => isSame(cell, now))) return []
  const value = cells.filter((cell) => cell.at < brought.at && !isSetBack(cell)).at(-1)?.value ?? unsetOf(field)
  return isSameValue(value, now.value ?? unsetOf(field)) ? [] : [[field, value]]
}

function isSame(cell: Cell, other: Cell): boolean {
  return isSameValue(cell.value ?? unsetOf(cell.field), other.value ?? unsetOf(other.field))
}

function byStamp(a: Cell, b: Cell): number {
  return a.at < b.at ? -1 : 1
}
