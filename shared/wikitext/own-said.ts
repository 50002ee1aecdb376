import { isSameValue } from '../changes/canonical.ts'
import type { Fields, Value } from '../changes/change.ts'
import type { FoldedRecord } from '../changes/folded-record.ts'
import { isFieldName } from '../file/plan-file.ts'
import { isJsonValue } from '../file/json-value.ts'
import type { RecordId } from '../model/ids.ts'
import { memberField, splitField, type FieldSpec } from '../model/record-spec.ts'
import { fieldsOf } from '../model/records.ts'

/** What a record says, field by field; a set as the list of its members. Fields of a newer version stand there as they are stored. */
export type Said = Readonly<Record<string, SaidValue>>
export type SaidValue = Value | readonly string[]

/** What a record says now. What it was and whether it is deleted is no part of that. */
export function saidBy(record: FoldedRecord): Said {
  const specs = fieldsOf(record.id)
  const said = new Map<string, SaidValue>()
  for (const { field, value } of record.winners) {
    const { name, member } = splitField(field)
    const spec = specFor(specs, name)
    if (name === 'deleted') continue
    if (spec === undefined) {
      if (value !== null) said.set(field, value)
    } else if (spec.isSet) {
      if (member !== undefined && value === true && spec.accepts(member)) said.set(name, [...listOf(said.get(name)), member])
    } else if (member === undefined && value !== null && spec.accepts(value)) said.set(name, value)
  }
  return Object.fromEntries(said)
}

/** As the fields of an edit: every field that this version knows, also where nothing is said. */
export function fieldsFor(id: RecordId, said: Said): Fields {
  const specs = fieldsOf(id) ?? {}
  const set = new Map<string, Value>(Object.entries(specs).flatMap(([name, spec]) => (spec.isSet ? [] : [[name, null] as const])))
  for (const [name, value] of Object.entries(said)) {
    if (specFor(specs, name)?.isSet === true) for (const member of listOf(value)) set.set(memberField(name, member), true)
    else set.set(name, value as Value) // only sets are lists that are no value
  }
  return Object.fromEntries(set)
}

/** What is in a tag as a record may say it, and the names of what it can't. */
export function saidIn(id: RecordId, data: Readonly<Record<string, unknown>>): { readonly said: Said; readonly refused: readonly string[] } {
  const specs = fieldsOf(id)
  const said = new Map<string, SaidValue>()
  const refused: string[] = []
  for (const [field, value] of Object.entries(data)) {
    const spec = specFor(specs, field)
    const isHeld = spec === undefined ? isForeign(specs, field) && isJsonValue(value) : spec.isSet ? Array.isArray(value) && value.every(spec.accepts) : value === null || spec.accepts(value)
    if (isHeld) said.set(field, value as SaidValue)
    else refused.push(field)
  }
  return { said: Object.fromEntries(said), refused }
}

/** Whether two values say the same; what a field reads as when it isn't set is as good as nothing. */
export function isSameSaid(spec: FieldSpec<unknown> | undefined, a: SaidValue | undefined, b: SaidValue | undefined): boolean {
  const meaning = (value: SaidValue | undefined): Value => {
    if (spec?.isSet === true) return [...new Set(listOf(value))].toSorted()
    return value === undefined || value === spec?.empty ? null : (value as Value) // sets were just dealt with
  }
  return isSameValue(meaning(a), meaning(b))
}

export function listOf(value: SaidValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

export function textOf(value: SaidValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function specFor(specs: ReturnType<typeof fieldsOf>, name: string): FieldSpec<unknown> | undefined {
  return specs !== undefined && Object.hasOwn(specs, name) ? specs[name] : undefined
}

function isForeign(specs: ReturnType<typeof fieldsOf>, field: string): boolean {
  const { name } = splitField(field)
  return isFieldName(field) && name !== 'deleted' && specFor(specs, name) === undefined
}
