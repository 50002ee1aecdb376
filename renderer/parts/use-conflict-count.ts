import type { GoalId } from '../../shared/model/ids.ts'
import { openConflictsByGoal } from '../../shared/plan/open-conflicts.ts'
import { usePlan } from '../state/session.tsx'

/** How many conflicts wait for a goal. */
export function useConflictCount(goal: GoalId): number {
  // worked out once for a view, however many cards ask
  return usePlan((state) => openConflictsByGoal(state.view).get(goal) ?? 0)
}
