import type { FieldChange } from '../changes/merge.ts'
import type { RecordId } from '../model/ids.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { groupOf } from '../plan/record-group.ts'
import { isMove, type FieldRow, type MoveRow } from './review-row.ts'

/**
 * A row for each field of a record that reads differently, moves apart. A new place in a list goes along with
 * what moved the record there, and is a row of its own only where nothing else happened.
 */
export function changedRows(view: PlanView, on: RecordId, changes: readonly FieldChange[]): readonly (FieldRow | MoveRow)[] {
  const order = changes.filter(({ field }) => field === 'order')
  const told = changes.length === order.length ? order : changes.filter(({ field }) => field !== 'order')
  const leader = told.find(({ field }) => isMove(field)) ?? told.find(({ field }) => field === 'status') ?? told[0]
  const group = groupOf(view, on)
  return told.map((change): FieldRow | MoveRow => {
    const along = change === leader && change.field !== 'order' ? order : []
    const head = { key: `field ${on} ${change.field}`, on, group, counts: 'theirs', change, along } as const
    return isMove(change.field) ? { ...head, kind: 'move', section: 'moved', to: change.field } : { ...head, kind: 'field', section: 'changed' }
  })
}
