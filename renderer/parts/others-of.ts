import type { RecordId } from '../../shared/model/ids.ts'
import type { OthersChange } from '../../shared/plan/others-change.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { groupOf } from '../../shared/plan/record-group.ts'

type Changes = ReadonlyMap<RecordId, OthersChange>

const groups = new WeakMap<Changes, ReadonlyMap<RecordId, readonly OthersChange[]>>()
const none: readonly OthersChange[] = []

/** What others changed of a goal and its notes. */
export function othersOf({ view, changes, goal }: { readonly view: PlanView; readonly changes: Changes; readonly goal: RecordId }): readonly OthersChange[] {
  return grouped(view, changes).get(goal) ?? none
}

/** How many goals, and other parts of the plan, others changed. */
export function othersCount(view: PlanView, changes: Changes): number {
  return grouped(view, changes).size
}

/** Worked out once for all goals, however many cards ask. */
function grouped(view: PlanView, changes: Changes): ReadonlyMap<RecordId, readonly OthersChange[]> {
  const known = groups.get(changes)
  if (known !== undefined) return known
  const byGroup = Map.groupBy(changes.values(), ({ on }) => groupOf(view, on))
  groups.set(changes, byGroup)
  return byGroup
}
