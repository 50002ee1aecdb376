import type { Change, Fields, Value } from '../changes/change.ts'
import { isStamp, stampCeiling, type Stamp } from '../changes/stamp.ts'
import { isRecordId, type RecordId } from '../model/ids.ts'
import { memberField, splitField } from '../model/record-spec.ts'
import { fieldsOf } from '../model/records.ts'
import { isJsonValue, isObject } from './json-value.ts'
import { limits } from './limits.ts'
import { isFieldName } from './plan-file.ts'
import { pathOf, quoted, type FileProblem } from './problem.ts'

export const tooManyFields = `it has more than ${limits.fields} fields`

type Refused = { readonly ok: false; readonly problem: FileProblem }

/** A line that was read: changes where it says when it was written, else `unstamped`, what a script or a hand wrote. */
export type ReadRow =
  | { readonly ok: true; readonly id: RecordId; readonly created: Stamp; readonly changes: readonly Change[]; readonly unstamped: null }
  | { readonly ok: true; readonly id: RecordId; readonly created: undefined; readonly changes: readonly []; readonly unstamped: Fields }
  | Refused

/**
 * Reads one line of the file: a record's fields, each with the stamp it was set at, where it states any.
 * @param where the path of the row in the file, for messages
 * @param inherited the stamp of rows that state none: that of the plan itself, if that states one
 */
export function readRow({ row, where, inherited }: { readonly row: unknown; readonly where: string; readonly inherited: Stamp | undefined }): ReadRow {
  const refuse = (path: string, what: string): Refused => ({ ok: false, problem: { where: path, what } })
  if (!isObject(row)) return refuse(where, `${quoted(row)} is not a record`)
  const id = row['id']
  if (!isRecordId(id)) return refuse(`${where}.id`, `${quoted(id)} is not an id`)
  const stamps = row['at'] ?? (inherited === undefined ? undefined : { '*': inherited })
  if (stamps !== undefined && !isObject(stamps)) return refuse(`${where}.at`, `${quoted(stamps)} is not a list of stamps by field`)
  for (const field of Object.keys(stamps ?? {})) {
    if (readStamp(stamps?.[field]) === null) return refuse(pathOf(`${where}.at`, field), `${quoted(stamps?.[field])} is not a stamp`)
  }
  const twice = Object.keys(row).find((field) => isMemberOfList(row, field))
  if (twice !== undefined) return refuse(pathOf(where, twice), 'it stands there twice, also in the list')
  const read = readFields({ fields: spreadSets(row, fieldsOf(id)), where, id })
  if (!read.ok) return read
  if (stamps === undefined) return { ok: true, id, created: undefined, changes: [], unstamped: read.set }
  const created = readStamp(stamps['*'])
  if (created === null) return refuse(`${where}.at`, 'the stamp "*" of the record is missing')
  // as a rule a record was written at once: then it is one change, and nothing is to be sorted out
  if (Object.keys(stamps).length === 1) return { ok: true, id, created, changes: [{ at: created, on: id, set: read.set }], unstamped: null }
  return { ok: true, id, created, changes: groupByStamp({ id, set: read.set, stampOf: (field) => readStamp(stamps[field]) ?? created }), unstamped: null }
}

/** Checks fields against the record's spec; what this version doesn't know is kept as it is. */
export function readFields({ fields, where, id }: { readonly fields: unknown; readonly where: string; readonly id: RecordId }): { readonly ok: true; readonly set: Readonly<Record<string, Value>> } | Refused {
  if (!isObject(fields)) return { ok: false, problem: { where, what: `${quoted(fields)} is not a set of fields` } }
  const names = Object.keys(fields)
  if (names.length > limits.fields) return { ok: false, problem: { where, what: tooManyFields } }
  const specs = fieldsOf(id) ?? {}
  for (const field of names) {
    const value = fields[field]
    const plain = Object.hasOwn(specs, field) ? specs[field] : undefined
    if (plain !== undefined && !plain.isSet && (value === null || plain.accepts(value))) continue // as nearly all are
    const what = isFieldName(field) ? problemOf({ value, field, specs }) : `${quoted(field)} is not the name of a field`
    if (what !== null) return { ok: false, problem: { where: pathOf(where, field), what } }
  }
  return { ok: true, set: fields as Readonly<Record<string, Value>> } // it came out of JSON.parse, so it holds nothing but JSON
}

function problemOf({ value, field, specs }: { readonly value: unknown; readonly field: string; readonly specs: NonNullable<ReturnType<typeof fieldsOf>> }): string | null {
  const { name, member } = splitField(field)
  if (name === 'deleted') return typeof value === 'boolean' || value === null ? null : `${quoted(value)} is not true or false`
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
  if (spec === undefined) return isJsonValue(value) ? null : `${quoted(value)} is not a value that a file can hold`
  if (spec.isSet !== (member !== undefined)) return `${quoted(value)} is not ${spec.isSet ? 'a list of texts' : spec.expects}`
  if (member !== undefined) return spec.accepts(member) && (value === null || typeof value === 'boolean') ? null : `${quoted(member)} is not ${spec.expects}`
  return value === null || spec.accepts(value) ? null : `${quoted(value)} is not ${spec.expects}`
}

/** Whether `teams/SRE` is said by `teams: ["SRE"]` too. */
function isMemberOfList(row: Readonly<Record<string, unknown>>, field: string): boolean {
  const { name, member } = splitField(field)
  const list = member === undefined ? undefined : row[name]
  return Array.isArray(list) && list.includes(member)
}

/**
 * The fields of a line, without its id and its stamps; there a list of texts is a set: `teams: ["SRE"]` becomes
 * `teams/SRE: true`. Not where a field is known to be no set, so that the message quotes what stands there.
 */
export function spreadSets(line: Readonly<Record<string, unknown>>, specs: ReturnType<typeof fieldsOf> = {}): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {}
  for (const name of Object.keys(line)) {
    const value = line[name]
    if (name === 'id' || name === 'at') continue
    if (isTexts(value) && (!Object.hasOwn(specs, name) || specs[name]?.isSet === true)) for (const member of value) fields[memberField(name, member)] = true
    else if (name !== '__proto__') fields[name] = value
    else Object.defineProperty(fields, name, { value, enumerable: true }) // assigned to, it would be no field, and nobody would refuse it
  }
  return fields
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string')
}

function groupByStamp({ id, set, stampOf }: { readonly id: RecordId; readonly set: Readonly<Record<string, Value>>; readonly stampOf: (field: string) => Stamp }): readonly Change[] {
  const groups = new Map<Stamp, Record<string, Value>>()
  for (const [field, value] of Object.entries(set)) {
    const at = stampOf(field)
    const group = groups.get(at) ?? {}
    group[field] = value
    groups.set(at, group)
  }
  return [...groups].map(([at, group]) => ({ at, on: id, set: group }))
}

/** A stamp from outside, or null where it is none or lies beyond what can still be written over. */
export function readStamp(value: unknown): Stamp | null {
  return isStamp(value) && value < stampCeiling ? value : null
}
