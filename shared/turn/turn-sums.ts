import type { PlanView } from '../plan/plan-view.ts'
import { decisionOn, type DecisionKind, type Decisions, type TurnScope } from './decision.ts'
import { goalsToTurn } from './goals-to-turn.ts'

/** How many goals have which decision. */
export type TurnSums = Readonly<Record<DecisionKind, number>>

/** Counts what would be done with the goals of these scopes. */
export function turnSums({ view, scopes, decisions }: { readonly view: PlanView; readonly scopes: readonly TurnScope[]; readonly decisions: Decisions }): TurnSums {
  const sums = { carry: 0, unschedule: 0, drop: 0, done: 0, leave: 0 } satisfies Record<DecisionKind, number>
  for (const scope of scopes) for (const goal of goalsToTurn(view, scope).open) sums[decisionOn({ view, goal, scope, decisions }).kind] += 1
  return sums
}
