import type { Goal } from '../model/goal.ts'
import type { GoalId } from '../model/ids.ts'
import { goalPlaces } from './outline.ts'
import { childrenOf, goalsOf, isLive, recordOf, type ParentKey, type PlanView } from './plan-view.ts'

/**
 * What a goal continues, the one just before it first, back to where it began. It ends at what is not there or
 * was deleted, and where carrying over leads in a circle.
 */
export function earlierGoals(view: PlanView, id: GoalId): readonly Goal[] {
  const chain: Goal[] = []
  const seen = new Set<GoalId>([id])
  let from = recordOf(view, id)?.carriedFrom ?? null
  while (from !== null && !seen.has(from) && isLive(view, from)) {
    const goal = recordOf(view, from)
    if (goal === null) break
    seen.add(from)
    chain.push(goal)
    from = goal.carriedFrom
  }
  return chain
}

/** How often a goal was carried over, in earlier plans too. */
export function timesCarried(view: PlanView, id: GoalId): number {
  const chain = earlierGoals(view, id)
  const first = chain.at(-1) ?? recordOf(view, id)
  return chain.length + (first?.carriedThrough.length ?? 0)
}

/** The goals that continue a goal: as a rule none or one, several where it was split. */
export function laterGoals(view: PlanView, id: GoalId): readonly GoalId[] {
  return laterInPlan(view).get(id) ?? none
}

/** Whether another goal continues this one, here or in a later plan; it is then no longer worked on where it stands. */
export function isCarriedOn(view: PlanView, id: GoalId): boolean {
  return laterInPlan(view).has(id) || (recordOf(view, id)?.carriedInto ?? '') !== ''
}

const none: readonly GoalId[] = []
const plans = new WeakMap<PlanView, ReadonlyMap<GoalId, readonly GoalId[]>>()

/** By the goal that is continued, those that continue it: many ask of one and the same plan. */
export function laterInPlan(view: PlanView): ReadonlyMap<GoalId, readonly GoalId[]> {
  const known = plans.get(view)
  if (known !== undefined) return known
  const index = new Map<GoalId, readonly GoalId[]>()
  for (const parent of goalPlaces(view)) {
    for (const [from, later] of carriedBelow(view, parent)) {
      const others = index.get(from)
      index.set(from, others === undefined ? later : [...others, ...later])
    }
  }
  plans.set(view, index)
  return index
}

// lists are made anew when anything below them changes, so an index holds for as long as its list is the same
const indexes = new WeakMap<object, ReadonlyMap<GoalId, readonly GoalId[]>>()

/** By the goal that is continued, those below a record that continue it. */
function carriedBelow(view: PlanView, parent: ParentKey): ReadonlyMap<GoalId, readonly GoalId[]> {
  const list = childrenOf(view, { parent, kind: 'goal' })
  const known = indexes.get(list)
  if (known !== undefined) return known
  const index = new Map<GoalId, GoalId[]>()
  const add = (from: GoalId, later: readonly GoalId[]): void => void index.set(from, [...(index.get(from) ?? []), ...later])
  for (const goal of goalsOf(view, parent)) {
    if (goal.carriedFrom !== null && goal.carriedFrom !== goal.id) add(goal.carriedFrom, [goal.id])
    for (const [from, later] of carriedBelow(view, goal.id)) add(from, later)
  }
  indexes.set(list, index)
  return index
}
