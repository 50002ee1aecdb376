import { isRecordId, type RecordId } from '../model/ids.ts'
import { memberField, splitField } from '../model/record-spec.ts'
import { formatCellName, parseCellName } from './cell-name.ts'
import type { Change, Value } from './change.ts'
import { addChanges, changesOf, emptyChangeSet, type ChangeSet } from './fold.ts'

/** What each record is to be called; those that aren't in it keep their ids. */
export type NewIds = ReadonlyMap<RecordId, RecordId>

/**
 * The same plan with other ids: of records, and wherever one stands as a whole: as a reference, as a member of a set,
 * in the name of a cell, as what a status is stated of, anywhere within what this version doesn't know. Stamps stay, and so do words in which an id
 * occurs among others.
 */
export function renameRecords(set: ChangeSet, ids: NewIds): ChangeSet {
  const renamed = [...changesOf(set)].map(({ at, on, set: fields }): Change => ({ at, on: ids.get(on) ?? on, set: renameFields(fields, ids) }))
  return { ...addChanges(emptyChangeSet(), renamed).set, knows: set.knows }
}

function renameFields(fields: Change['set'], ids: NewIds): Change['set'] {
  // fromEntries, since assigning to a field named `__proto__` would set no field
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [renameField(field, ids), renameValue(value, ids)]))
}

function renameField(field: string, ids: NewIds): string {
  const { name, member } = splitField(field)
  return member === undefined ? field : memberField(name, renameMember(member, ids))
}

/** A note about several goals states the status of each: `goal:V1StGXR8Z5=done`. */
function renameMember(member: string, ids: NewIds): string {
  const [subject = '', ...stated] = member.split('=')
  return stated.length === 1 && isRecordId(subject) ? `${ids.get(subject) ?? subject}=${stated.join('')}` : renameText(member, ids)
}

function renameValue(value: Value, ids: NewIds): Value {
  if (typeof value === 'string') return renameText(value, ids)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part: Value) => renameValue(part, ids))
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [renameText(key, ids), renameValue(part, ids)]))
}

function renameText(text: string, ids: NewIds): string {
  if (isRecordId(text)) return ids.get(text) ?? text
  // a conflict names its edits by their cells, whose member may be an id
  const cell = parseCellName(text)
  return cell === null ? text : formatCellName({ at: cell.at, field: renameField(cell.field, ids) })
}
