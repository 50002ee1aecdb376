import type { Edit } from '../../../shared/changes/change.ts'
import { isOrderKey } from '../../../shared/changes/order.ts'
import { isRecordId } from '../../../shared/model/ids.ts'
import { splitField } from '../../../shared/model/record-spec.ts'
import { fieldsOf } from '../../../shared/model/records.ts'

/** The cells of edits that the records could not hold, and ids that are none; empty when a plan file would take them all. */
export function notHeld(edits: readonly Edit[]): readonly string[] {
  return edits.flatMap(({ on, set }) => [...(isRecordId(on) ? [] : [`no id: ${String(on)}`]), ...Object.entries(set).filter(([field, value]) => !isHeld({ on, field, value })).map(([field, value]) => `${on} ${field}: ${JSON.stringify(value)}`)])
}

function isHeld({ on, field, value }: { readonly on: Edit['on']; readonly field: string; readonly value: Edit['set'][string] }): boolean {
  if (field === 'deleted') return typeof value === 'boolean'
  if (field === 'order') return typeof value === 'string' && isOrderKey(value)
  const { name, member } = splitField(field)
  const spec = fieldsOf(on)?.[name]
  if (spec === undefined) return false
  return member === undefined ? !spec.isSet && (value === null || spec.accepts(value)) : spec.isSet && value === true && spec.accepts(member)
}
