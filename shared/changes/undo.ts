import type { RecordId } from '../model/ids.ts'
import { splitField } from '../model/record-spec.ts'
import { isSameValue } from './canonical.ts'
import type { Change, Edit, Value } from './change.ts'
import { foldChanges, recordIn, type ChangeSet } from './fold.ts'
import { cellsOf, winnerOf, type FoldedRecord } from './folded-record.ts'
import { valuesOf } from './sharded-map.ts'
import { replicaOf, type Stamp } from './stamp.ts'

/** What one action changed, as it must be known to take it back. */
export interface UndoStep {
  /** The action's name as data; the screen words it ("Undo move to Done"). */
  readonly name: ActionName
  readonly cells: readonly UndoCell[]
}

/** The name of an action: a key the texts know, and the title of what it was done to. */
export interface ActionName {
  readonly action: string
  readonly subject: string
  /** Where it led, for the sentence: a status, or a quarter. */
  readonly detail?: string | undefined
}

/** One field to put back; for a record that the action made, its mark of deletion. */
interface UndoCell {
  readonly on: RecordId
  readonly field: string
  readonly before: Value
  readonly after: Value
  /** The stamp of `after`; for a record that was made, all stamps the action gave it. */
  readonly stamps: readonly Stamp[]
  readonly isRecordMade: boolean
}

/**
 * The step that takes back changes, given the set as it was before them.
 * @param after the set after them, where they came with a history: what was overwritten there is no work of somebody else besides
 */
export function undoStepOf({ before, changes, after, name }: { readonly before: ChangeSet; readonly changes: readonly Change[]; readonly after?: ChangeSet; readonly name: ActionName }): UndoStep {
  const written = [...valuesOf(foldChanges(changes).records)]
  return { name, cells: written.flatMap((record) => cellsToPutBack({ before: recordIn(before, record.id), written: record, whole: (after && recordIn(after, record.id)) ?? record })) }
}

/**
 * The edits that take a step back. What somebody else has written since is left alone: undo takes back
 * one's own edits only. What one wrote and took back since doesn't stand in the way.
 * @param replica this computer's id
 */
export function undoEdits({ set, step, replica }: { readonly set: ChangeSet; readonly step: UndoStep; readonly replica: string }): readonly Edit[] {
  const fieldsByRecord = new Map<RecordId, Map<string, Value>>()
  for (const cell of step.cells) {
    const record = recordIn(set, cell.on)
    if (isSameValue(cell.before, cell.after) || !stillStands({ record, cell, replica })) continue
    const fields = fieldsByRecord.get(cell.on) ?? new Map<string, Value>()
    fieldsByRecord.set(cell.on, fields.set(cell.field, cell.before))
  }
  return [...fieldsByRecord].map(([on, fields]) => ({ on, set: Object.fromEntries(fields) }))
}

function cellsToPutBack({ before, written, whole }: { readonly before: FoldedRecord | undefined; readonly written: FoldedRecord; readonly whole: FoldedRecord }): readonly UndoCell[] {
  if (before !== undefined) {
    return written.winners.map(({ field, at, value }) => ({ on: written.id, field, before: saidBy(before, field), after: value ?? unsetOf(field), stamps: [at], isRecordMade: false }))
  }
  // a record that wasn't there is taken back by deleting it: its other fields do no harm and come back with redo
  const stamps = [...cellsOf(whole)].map((cell) => cell.at)
  return [{ on: written.id, field: 'deleted', before: true, after: saidBy(written, 'deleted'), stamps, isRecordMade: true }]
}

function saidBy(record: FoldedRecord, field: string): Value {
  return winnerOf(record, field)?.value ?? unsetOf(field)
}

/** What puts a field back that was never set: a member is taken out of its set, a record is there, any other field holds nothing. */
export function unsetOf(field: string): Value {
  return field === 'deleted' || splitField(field).member !== undefined ? false : null
}

/**
 * Whether the field still reads what the action wrote, and nobody else has written it since. The stamp may
 * be another by now: a later edit of one's own, taken back, leaves the value under a stamp of its own.
 * A record that was made must not have become somebody else's work in any field.
 */
function stillStands({ record, cell, replica }: { readonly record: FoldedRecord | undefined; readonly cell: UndoCell; readonly replica: string }): boolean {
  if (record === undefined || !isSameValue(saidBy(record, cell.field), cell.after)) return false
  const isOthers = (at: Stamp): boolean => replicaOf(at) !== replica && !cell.stamps.includes(at)
  if (cell.isRecordMade) {
    // two may have made the same, as goals that are carried: what the other wrote first didn't know of this. What a merge makes has a history
    const isOwn = cell.stamps.every((at) => replicaOf(at) === replica)
    const isMadeToo = isOwn && record.losers.some(({ at }) => isOthers(at) && cell.stamps.every((own) => at < own))
    return !isMadeToo && !record.winners.some(({ at }) => isOthers(at))
  }
  return ![...cellsOf(record)].some(({ field, at }) => field === cell.field && cell.stamps.every((own) => at > own) && isOthers(at))
}
