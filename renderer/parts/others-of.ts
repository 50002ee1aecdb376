import type { RecordId } from '../../shared/model/ids.ts'
import type { OthersChange } from '../../shared/plan/others-change.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { groupOf } from '../../shared/review/review-group.ts'

type Changes = ReadonlyMap<RecordId, OthersChange>

const groups = new WeakMap<Changes, ReadonlyMap<RecordId, readonly OthersChange[]>>()
const none: readonly OthersChange[] = []

/** What others changed of a goal and its notes; worked out once for all goals, however many cards ask. */
export function othersOf({ view, changes, goal }: { readonly view: PlanView; readonly changes: Changes; readonly goal: RecordId }): readonly OthersChange[] {
  if (changes.size === 0) return none
  const known = groups.get(changes)
  if (known !== undefined) return known.get(goal) ?? none
  const grouped = Map.groupBy(changes.values(), ({ on }) => groupOf(view, on))
  groups.set(changes, grouped)
  return grouped.get(goal) ?? none
}
