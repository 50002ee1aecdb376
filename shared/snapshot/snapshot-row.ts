import type { Fields, Value } from '../changes/change.ts'
import type { Cell, FoldedRecord } from '../changes/folded-record.ts'
import { isObject } from '../file/json-value.ts'
import { pathOf, quoted, type FileProblem } from '../file/problem.ts'
import { readFields, spreadSets } from '../file/read-row.ts'
import { isRecordId, type RecordId } from '../model/ids.ts'
import { splitField } from '../model/record-spec.ts'
import { fieldsOf } from '../model/records.ts'

/** Under which key of a line stands what could be taken for something else, since a list of texts always means a set; no field has this name. */
const restKey = '*'

/**
 * What a record says, as a line: its fields in the order of its kind, sets as lists of their members. Without
 * what says nothing, as a member taken out, and without what can't be read.
 */
export function snapshotRow(record: FoldedRecord, leaveOut: readonly string[] = []): Readonly<Record<string, Value>> {
  const told = record.winners.filter(({ field }) => field !== 'deleted' && !leaveOut.includes(field)).filter((cell) => says(cell, record.id))
  const plain = new Map<string, Value>()
  const members = new Map<string, string[]>()
  const rest: [string, Value][] = []
  const names = new Set(told.map(({ field }) => field))
  for (const { field, value } of told) {
    const { name, member } = splitField(field)
    if (member === undefined ? Array.isArray(value) : value !== true || names.has(name)) rest.push([field, value])
    else if (member === undefined) plain.set(name, value)
    else members.set(name, [...(members.get(name) ?? []), member])
  }
  const present = [...plain.keys(), ...members.keys()]
  const known = Object.keys(fieldsOf(record.id) ?? {})
  const ordered = [...known.filter((name) => present.includes(name)), ...present.filter((name) => !known.includes(name)).toSorted()]
  const row: [string, Value][] = ordered.map((name) => [name, members.get(name) ?? plain.get(name) ?? null])
  return Object.fromEntries([['id', record.id], ...row, ...(rest.length === 0 ? [] : [[restKey, Object.fromEntries(rest)] as const])])
}

export type ReadSnapshotRow = { readonly ok: true; readonly id: RecordId; readonly set: Fields } | { readonly ok: false; readonly problem: FileProblem }

/** Reads a line that `snapshotRow` wrote, every field against the spec of its kind. */
export function readSnapshotRow(row: unknown, where: string): ReadSnapshotRow {
  if (!isObject(row)) return { ok: false, problem: { where, what: `${quoted(row)} is not a record` } }
  const { id, [restKey]: rest, ...fields } = row
  if (!isRecordId(id)) return { ok: false, problem: { where: `${where}.id`, what: `${quoted(id)} is not an id` } }
  const own = readFields({ fields: spreadSets(fields), where, id })
  const more = readFields({ fields: rest ?? {}, where: pathOf(where, restKey), id })
  if (!own.ok) return own
  if (!more.ok) return more
  const set = { ...own.set, ...more.set }
  // a record of which nothing is said is there all the same
  return { ok: true, id, set: Object.keys(set).length === 0 ? { deleted: null } : set }
}

/** Whether a cell can be read as something. */
function says({ field, value }: Cell, id: RecordId): boolean {
  const { name, member } = splitField(field)
  const fields = fieldsOf(id)
  const spec = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
  if (value === null) return false
  if (spec === undefined) return true
  if (spec.isSet) return member !== undefined && value === true && spec.accepts(member)
  return member === undefined && spec.accepts(value)
}
