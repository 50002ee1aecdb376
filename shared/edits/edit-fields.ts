import { isSameValue } from '../changes/canonical.ts'
import type { Edit, Fields, Value } from '../changes/change.ts'
import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import type { RecordId } from '../model/ids.ts'
import { memberField } from '../model/record-spec.ts'
import type { PlanView } from '../plan/plan-view.ts'

/** Sets fields of a record; those that already say so are left out, so an edit that changes nothing is none. */
export function editFields({ view, on, set }: { readonly view: PlanView; readonly on: RecordId; readonly set: Fields }): readonly Edit[] {
  const record = recordIn(view.set, on)
  const changed = Object.entries(set).filter(([field, value]) => !isSameValue(winnerOf(record, field)?.value ?? emptyOf(value), value))
  return changed.length === 0 ? [] : [{ on, set: Object.fromEntries(changed) }]
}

/** Makes a set have exactly these members; each is an edit of its own, so that two people's additions both stay. */
export function editMembers({ view, on, field, members }: { readonly view: PlanView; readonly on: RecordId; readonly field: string; readonly members: readonly string[] }): readonly Edit[] {
  const present = recordIn(view.set, on)?.winners.flatMap((cell) => (cell.value === true && cell.field.startsWith(`${field}/`) ? [cell.field] : [])) ?? []
  const wanted = members.map((member) => memberField(field, member))
  const removed = present.filter((name) => !wanted.includes(name)).map((name) => [name, false] as const)
  return editFields({ view, on, set: Object.fromEntries([...removed, ...wanted.map((name) => [name, true] as const)]) })
}

/** Deletion is a field, so undo brings the record back with all that hangs on it. */
export function deleteRecord(on: RecordId): readonly Edit[] {
  return [{ on, set: { deleted: true } }]
}

/** What a field that was never set reads as; false for a member and for a mark, else nothing or empty text. */
function emptyOf(value: Value): Value {
  return typeof value === 'boolean' ? false : value === '' ? '' : null
}
