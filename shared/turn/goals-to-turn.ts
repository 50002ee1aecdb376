import type { Goal } from '../model/goal.ts'
import type { GoalId } from '../model/ids.ts'
import type { Status } from '../model/status.ts'
import { quarters, type Quarter } from '../model/year.ts'
import { isCarriedOn, laterInPlan } from '../plan/carried.ts'
import { isDropped } from '../plan/is-dropped.ts'
import { goalPlaces } from '../plan/outline.ts'
import { childrenOf, goalsOf, recordOf, type ParentKey, type PlanView } from '../plan/plan-view.ts'
import type { TurnScope } from './decision.ts'

/** The goals of a quarter by what they ask for when it is over, in the order of the plan. */
export interface GoalsToTurn {
  /** Not done, and nowhere else: each wants a decision. */
  readonly open: readonly Goal[]
  readonly done: readonly Goal[]
  readonly dropped: readonly Goal[]
  /** Another goal goes on with it already. */
  readonly carried: readonly Goal[]
}

/** The goals of a quarter, or those that have none, as the board has them: a sub-goal is one where it is planned for another quarter than the goal above. */
export function goalsToTurn(view: PlanView, scope: TurnScope): GoalsToTurn {
  const found = { open: [] as Goal[], done: [] as Goal[], dropped: [] as Goal[], carried: [] as Goal[] }
  for (const { closed, open } of listsOf(view, scope)) {
    // of two people one may have dropped what the other carried
    for (const goal of closed) found[!isDropped(view, goal) ? 'done' : isCarriedOn(view, goal.id) ? 'carried' : 'dropped'].push(goal)
    for (const goal of open) found[isCarriedOn(view, goal.id) ? 'carried' : 'open'].push(goal)
  }
  return found
}

/** Goals that were left as they are when their quarter was turned, with the status that they had. */
export type LeftGoals = ReadonlyMap<string, Status>

/** How many goals of a quarter are not done, don't span into a later one, are not carried on and were not left as they still are; it costs little to ask after each edit. */
export function countToTurn(view: PlanView, quarter: Quarter, left: LeftGoals = new Map()): number {
  const isLeft = (id: GoalId): boolean => left.has(id) && left.get(id) === recordOf(view, id)?.status
  const continued = laterInPlan(view)
  const isWhole = continued.size + left.size === 0
  return listsOf(view, quarter).reduce((sum, { ending }) => sum + (isWhole ? ending.length : ending.filter((id) => !continued.has(id) && !isLeft(id)).length), 0)
}

/** Goals of one output: those that are done or dropped, and the others. */
interface OwnGoals {
  readonly closed: readonly Goal[]
  readonly open: readonly Goal[]
  /** Of these the ones that span into no later quarter, and say of themselves of no later plan that it goes on with them. */
  readonly ending: readonly GoalId[]
}

type ByScope = ReadonlyMap<TurnScope, OwnGoals>

function listsOf(view: PlanView, scope: TurnScope): readonly OwnGoals[] {
  return goalPlaces(view).flatMap((parent) => goalsBelow(view, parent).get(scope) ?? [])
}

// a list is another one whenever anything below it changed, so what follows from it holds for as long as it is the same
const known = new WeakMap<object, ByScope>()

function goalsBelow(view: PlanView, parent: ParentKey): ByScope {
  const list = childrenOf(view, { parent, kind: 'goal' })
  const present = known.get(list)
  if (present !== undefined) return present
  const scopes = new Map<TurnScope, { readonly closed: Goal[]; readonly open: Goal[]; readonly ending: GoalId[] }>()
  const add = (scope: TurnScope, { goal, end }: { readonly goal: Goal; readonly end: TurnScope | undefined }): void => {
    const own = scopes.get(scope) ?? { closed: [], open: [], ending: [] }
    scopes.set(scope, own)
    if (goal.status === 'done' || isDropped(view, goal)) return void own.closed.push(goal)
    own.open.push(goal)
    if (scope === end && goal.carriedInto === '') own.ending.push(goal.id)
  }
  const collect = (above: GoalId | ParentKey, planned: readonly TurnScope[]): void => {
    for (const goal of goalsOf(view, above)) {
      const own = goal.quarter === null ? planned : spanOf(goal)
      for (const scope of own) if (!planned.includes(scope)) add(scope, { goal, end: own.at(-1) })
      collect(goal.id, own)
    }
  }
  for (const goal of goalsOf(view, parent)) {
    const own = goal.quarter === null ? (['unscheduled'] as const) : spanOf(goal)
    for (const scope of own) add(scope, { goal, end: own.at(-1) })
    collect(goal.id, own)
  }
  known.set(list, scopes)
  return scopes
}

function spanOf({ quarter, until }: Goal): readonly TurnScope[] {
  return quarters.filter((each) => quarter !== null && quarter <= each && each <= Math.max(quarter, until ?? quarter))
}
