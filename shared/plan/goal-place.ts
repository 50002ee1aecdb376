import { recordIn } from '../changes/fold.ts'
import type { Goal } from '../model/goal.ts'
import { hasKind, type GoalId } from '../model/ids.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Output } from '../model/output.ts'
import type { Quarter } from '../model/year.ts'
import { childrenOf, parentOf, recordOf, type PlanView } from './plan-view.ts'

/** The goal above, or null for one at the first level. */
export function parentGoalOf(view: PlanView, id: GoalId): Goal | null {
  const folded = recordIn(view.set, id)
  const parent = folded === undefined ? null : parentOf(view, folded)
  return hasKind(parent, 'goal') ? recordOf(view, parent) : null
}

/** A goal and those above it, itself first. */
export function* lineageOf(view: PlanView, id: GoalId): Generator<Goal> {
  let goal = recordOf(view, id)
  while (goal !== null) {
    yield goal
    goal = parentGoalOf(view, goal.id)
  }
}

/** The quarter a goal is planned for: its own, or that of the nearest goal above that has one. */
export function quarterOfGoal(view: PlanView, id: GoalId): Quarter | null {
  for (const goal of lineageOf(view, id)) if (goal.quarter !== null) return goal.quarter
  return null
}

/** The output a goal belongs to: that of the goal at the top of its line. */
export function outputOfGoal(view: PlanView, id: GoalId): Output | null {
  let top: Goal | null = null
  for (const goal of lineageOf(view, id)) top = goal
  return top === null ? null : recordOf(view, top.output)
}

export function outcomeOfGoal(view: PlanView, id: GoalId): Outcome | null {
  return recordOf(view, outputOfGoal(view, id)?.outcome ?? null)
}

/** A goal and everything below it. */
export function* subtreeOf(view: PlanView, id: GoalId): Generator<GoalId> {
  yield id
  for (const child of childrenOf(view, { parent: id, kind: 'goal' })) yield* subtreeOf(view, child)
}
