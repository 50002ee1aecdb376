import type { Goal } from '../model/goal.ts'
import { liveGoals, type PlanView } from '../plan/plan-view.ts'

// a view is a value: what is worked out from it holds for it
const known = new WeakMap<PlanView, readonly Goal[]>()

/** Every goal that is live, found once for all who ask of a view. */
export function allGoals(view: PlanView): readonly Goal[] {
  const before = known.get(view)
  if (before !== undefined) return before
  const goals = [...liveGoals(view)]
  known.set(view, goals)
  return goals
}
