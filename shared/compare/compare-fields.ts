import { isSameValue } from '../changes/canonical.ts'
import type { Value } from '../changes/change.ts'
import { winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import type { FieldChange } from '../changes/merge.ts'
import type { RecordId } from '../model/ids.ts'
import { splitField } from '../model/record-spec.ts'
import { fieldsOf } from '../model/records.ts'

export interface FieldSides {
  readonly on: RecordId
  /** The record on either side; undefined where it isn't there: then every field that says something differs. */
  readonly before: FoldedRecord | undefined
  readonly after: FoldedRecord | undefined
}

/**
 * The fields that read differently, sorted by name. What can't be read says nothing, as everywhere; a field of
 * a newer version is compared as it stands. Whether a record is deleted is no field of it here.
 */
export function compareFields({ on, before, after }: FieldSides): readonly FieldChange[] {
  if (before === after || (before !== undefined && after !== undefined && isSaidAlike(before, after))) return []
  const names = new Set<string>()
  for (const { field, value } of before?.winners ?? []) if (winnerOf(after, field)?.value !== value) names.add(field)
  for (const { field, value } of after?.winners ?? []) if (winnerOf(before, field)?.value !== value) names.add(field)
  names.delete('deleted')
  return [...names].toSorted().flatMap((field) => {
    const [was, is] = [sayingOf(before, { on, field }), sayingOf(after, { on, field })]
    return isSameValue(was, is) ? [] : [{ on, field, before: was, after: is }]
  })
}

/** Most records of a snapshot say the same as those of today: seen at a glance, field by field in the order both have. */
function isSaidAlike(before: FoldedRecord, after: FoldedRecord): boolean {
  return before.winners.length === after.winners.length && before.winners.every(({ field, value }, index) => after.winners[index]?.field === field && after.winners[index]?.value === value)
}

function sayingOf(record: FoldedRecord | undefined, { on, field }: { readonly on: RecordId; readonly field: string }): Value {
  const value = winnerOf(record, field)?.value ?? null
  const { name, member } = splitField(field)
  const fields = fieldsOf(on)
  const spec = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
  if (spec === undefined) return value
  if (spec.isSet) return member !== undefined && value === true && spec.accepts(member) ? true : null
  if (member !== undefined) return null
  return value !== null && spec.accepts(value) ? value : (spec.empty as Value) // what a plain field reads as when it is empty is JSON
}
