import { recordIn } from '../changes/fold.ts'
import type { QuarterRange } from '../model/check-in-month.ts'
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

/** The quarters in which a goal stands, its own or those of the nearest goal above that has any: more than one where it spans several; null where it isn't scheduled. */
export function quartersOfGoal(view: PlanView, id: GoalId): QuarterRange | null {
  for (const { quarter, until } of lineageOf(view, id)) if (quarter !== null) return { first: quarter, last: until !== null && until > quarter ? until : quarter }
  return null
}

/** The last quarter in which a goal stands; null where it isn't scheduled. */
export function endOfGoal(view: PlanView, id: GoalId): Quarter | null {
  return quartersOfGoal(view, id)?.last ?? null
}

/** Whether a goal is one of a quarter's: planned for it, or begun in an earlier one and planned until it or a later one. */
export function isInQuarter(view: PlanView, { id, quarter }: { readonly id: GoalId; readonly quarter: Quarter }): boolean {
  const range = quartersOfGoal(view, id)
  return range !== null && range.first <= quarter && quarter <= range.last
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

/** Who answers for a goal: its own owner, or that of the nearest goal above that has one; empty where nobody does. */
export function ownerOf(view: PlanView, id: GoalId): string {
  for (const goal of lineageOf(view, id)) if (goal.owner !== '') return goal.owner
  return ''
}

/** A goal and everything below it. */
export function* subtreeOf(view: PlanView, id: GoalId): Generator<GoalId> {
  yield id
  for (const child of childrenOf(view, { parent: id, kind: 'goal' })) yield* subtreeOf(view, child)
}
