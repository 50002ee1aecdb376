import type { Goal } from '../model/goal.ts'
import { isCarriedOn } from './carried.ts'
import { isDropped } from './is-dropped.ts'
import type { PlanView } from './plan-view.ts'

/** Whether a goal was dropped for good: where one dropped it and another carried it over, it goes on. */
export function isGivenUp(view: PlanView, goal: Pick<Goal, 'id' | 'dropped' | 'status'>): boolean {
  return isDropped(view, goal) && !isCarriedOn(view, goal.id)
}
