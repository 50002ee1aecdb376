import type { Value } from '../changes/change.ts'
import type { FoldedRecord } from '../changes/folded-record.ts'
import { kindOf } from '../model/ids.ts'
import { specOf, splitField, type AnySpec } from '../model/record-spec.ts'
import { isKnownKind, specs, type AnyRecord } from '../model/records.ts'

// a folded record never changes, so what it reads as is worked out once
const readings = new WeakMap<FoldedRecord, AnyRecord>()

/** The record as its type says; the same object for the same folded record. Null for a kind we don't know. */
export function readAny(record: FoldedRecord): AnyRecord | null {
  const kind = kindOf(record.id)
  if (!isKnownKind(kind)) return null
  const known = readings.get(record)
  if (known !== undefined) return known
  const read = readRecord(specs[kind], record) as unknown as AnyRecord // a spec fills every field of its type, by guard or empty
  readings.set(record, read)
  return read
}

/**
 * Reads a folded record by its spec: an object with every field of the spec, `id` and `deleted`. What the
 * spec doesn't know, or can't accept, reads as empty.
 */
export function readRecord(spec: AnySpec, record: FoldedRecord): Readonly<Record<string, unknown>> {
  const read: Record<string, unknown> = { ...emptyReading(spec), id: record.id }
  const members = new Map<string, string[]>()
  for (const { field, value } of record.winners) {
    const { name, member } = splitField(field)
    if (member === undefined) readPlain({ read, spec, name, value })
    else if (value === true && isMember({ spec, name, member })) members.set(name, [...(members.get(name) ?? []), member])
  }
  for (const [name, list] of members) read[name] = list
  return read
}

// a plan of ten thousand goals reads as many records, all beginning from the same
const emptyReadings = new WeakMap<AnySpec, Readonly<Record<string, unknown>>>()

function emptyReading(spec: AnySpec): Readonly<Record<string, unknown>> {
  const known = emptyReadings.get(spec)
  if (known !== undefined) return known
  const empty = { deleted: false, ...Object.fromEntries(Object.entries(spec.fields).map(([name, field]) => [name, field.empty])) }
  emptyReadings.set(spec, empty)
  return empty
}

function isMember({ spec, name, member }: { readonly spec: AnySpec; readonly name: string; readonly member: string }): boolean {
  const field = specOf(spec, name)
  return field !== undefined && field.isSet && field.accepts(member)
}

interface PlainValue {
  readonly read: Record<string, unknown>
  readonly spec: AnySpec
  readonly name: string
  readonly value: Value
}

function readPlain({ read, spec, name, value }: PlainValue): void {
  if (name === 'deleted') read['deleted'] = value === true
  const field = specOf(spec, name)
  if (field !== undefined && !field.isSet && value !== null && field.accepts(value)) read[name] = value
}
