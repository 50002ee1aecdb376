import { recordIn } from '../../../../shared/changes/fold.ts'
import { valuesOf } from '../../../../shared/changes/sharded-map.ts'
import { kindOf, type RecordId } from '../../../../shared/model/ids.ts'
import { isKnownKind } from '../../../../shared/model/records.ts'
import { parentOf, type PlanView } from '../../../../shared/plan/plan-view.ts'
import { readAny } from '../../../../shared/plan/read-record.ts'

/**
 * Records that aren't deleted and don't stand exactly once below what they belong to, or from which the way up never
 * ends at the top: none in a forest. Told from the lists of children alone, and the way up counted in steps.
 */
export function unreachedIn(view: PlanView): readonly RecordId[] {
  const times = new Map<RecordId, number>()
  for (const list of valuesOf(view.children)) for (const id of list) times.set(id, (times.get(id) ?? 0) + 1)
  const unreached: RecordId[] = []
  for (const folded of valuesOf(view.set.records)) {
    const record = readAny(folded)
    if (!isKnownKind(kindOf(folded.id)) || record === null || record.deleted) continue
    if (times.get(folded.id) !== 1 || !endsAtTop(view, folded.id)) unreached.push(folded.id)
  }
  return unreached
}

function endsAtTop(view: PlanView, id: RecordId): boolean {
  let current: RecordId | null = id
  for (let steps = view.set.records.size; steps >= 0; steps -= 1) {
    const folded = recordIn(view.set, current)
    current = folded === undefined ? null : parentOf(view, folded)
    if (current === null) return true
  }
  return false
}
