import type { Goal } from '../model/goal.ts'
import type { GoalId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import { endOfGoal } from '../plan/goal-place.ts'
import type { PlanView } from '../plan/plan-view.ts'

/**
 * What becomes of a goal that isn't done when its quarter is over:
 *
 * - `carry`: a new goal in the next quarter continues it
 * - `unschedule`: it goes back to those that have no quarter
 * - `drop`: it is given up, with a reason
 * - `done`: it is done after all
 * - `leave`: it stays as it is
 */
export const decisionKinds = ['carry', 'unschedule', 'drop', 'done', 'leave'] as const
export type DecisionKind = (typeof decisionKinds)[number]

export interface Decision {
  readonly kind: DecisionKind
  /** Why it is dropped; says nothing of any other. */
  readonly reason: string
}

/** What a person has decided, by goal; of one that isn't in it what is proposed counts. */
export type Decisions = ReadonlyMap<GoalId, Decision>

/** What is turned: a quarter, or those that have no quarter when the year is over. */
export type TurnScope = Quarter | 'unscheduled'

/** What is proposed of a goal that isn't done: it goes on, but for one that spans into a later quarter, and one without a quarter, which stays without. */
export function proposedFor({ view, goal, scope }: { readonly view: PlanView; readonly goal: Goal; readonly scope: TurnScope }): DecisionKind {
  if (scope === 'unscheduled') return 'unschedule'
  return (endOfGoal(view, goal.id) ?? scope) > scope ? 'leave' : 'carry'
}

/** What counts of a goal: what was decided, else what is proposed. */
export function decisionOn({ decisions, ...proposing }: { readonly view: PlanView; readonly goal: Goal; readonly scope: TurnScope; readonly decisions: Decisions }): Decision {
  return decisions.get(proposing.goal.id) ?? { kind: proposedFor(proposing), reason: '' }
}
