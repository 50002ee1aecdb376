import type { QuarterRange } from '../model/check-in-month.ts'
import type { GoalId } from '../model/ids.ts'
import { lineageOf } from './goal-place.ts'
import type { PlanView } from './plan-view.ts'

/** The quarters in which a goal stands: its own, or those of the nearest goal above that has any; null where it isn't scheduled. */
export function quartersOfGoal(view: PlanView, id: GoalId): QuarterRange | null {
  for (const { quarter, until } of lineageOf(view, id)) if (quarter !== null) return { first: quarter, last: until !== null && until > quarter ? until : quarter }
  return null
}
