import { compareOrdered } from '../changes/order.ts'
import { isInScopeOf, type BoardScope } from '../board/query.ts'
import type { Goal } from '../model/goal.ts'
import type { GoalId, ProgramId } from '../model/ids.ts'
import { statuses, type Status } from '../model/status.ts'
import { lineageOf, outcomeOfGoal, ownerOf, parentGoalOf } from '../plan/goal-place.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { allGoals } from './all-goals.ts'
import { knownTeams } from './known-teams.ts'
import { ownersInPlan } from './owners.ts'

/** By whom goals are looked at. */
export type By = 'team' | 'owner'

/** The goals of a team or an owner, by status in the order of the board. */
export interface Portfolio {
  /** Empty for the goals of nobody. */
  readonly name: string
  readonly goals: Readonly<Record<Status, readonly GoalId[]>>
  readonly total: number
}

export interface PortfoliosQuery {
  readonly by: By
  readonly scope: BoardScope
  /** Only goals of these programs; of all where none is named. */
  readonly programs: readonly ProgramId[]
}

/**
 * What each team, or each owner, has in a quarter or the year; last, where there are any, the goals of nobody. Whoever
 * has nothing there is listed too. A sub-goal stands by itself only where the goal above isn't theirs.
 */
export function portfoliosOf(view: PlanView, { by, scope, programs }: PortfoliosQuery): readonly Portfolio[] {
  const names = by === 'team' ? knownTeams(view).map(({ team }) => team) : ownersInPlan(view)
  const lists = new Map<string, Goal[]>([...names, ''].map((name) => [name, []]))
  for (const goal of allGoals(view)) {
    if (!isInScopeOf(view, { id: goal.id, scope }) || !isOfProgram(view, { id: goal.id, programs })) continue
    const parent = parentGoalOf(view, goal.id)
    // planned for another quarter than the goal above, it isn't told by it
    const above = parent === null || !isInScopeOf(view, { id: parent.id, scope }) ? [] : whoseIs(view, { id: parent.id, by })
    for (const name of whoseIs(view, { id: goal.id, by })) if (!above.includes(name)) lists.get(name)?.push(goal)
  }
  return [...lists].filter(([name, goals]) => name !== '' || goals.length > 0).map(([name, goals]) => ({ name, goals: byStatus(goals), total: goals.length }))
}

/** Whose a goal is: its teams or its owner, or those of the nearest goal above that has some; the empty name where it is nobody's. */
export function whoseIs(view: PlanView, { id, by }: { readonly id: GoalId; readonly by: By }): readonly string[] {
  if (by === 'owner') return [ownerOf(view, id)]
  for (const { teams } of lineageOf(view, id)) if (teams.length > 0) return teams
  return ['']
}

/** How many goals of a portfolio have each status. */
export function countsOf({ goals }: Portfolio): Readonly<Record<Status, number>> {
  return Object.fromEntries(statuses.map((status) => [status, goals[status].length])) as Record<Status, number> // one entry a status
}

function isOfProgram(view: PlanView, { id, programs }: { readonly id: GoalId; readonly programs: readonly ProgramId[] }): boolean {
  if (programs.length === 0) return true
  const program = recordOf(view, outcomeOfGoal(view, id)?.program ?? null)?.id
  return program !== undefined && programs.includes(program)
}

function byStatus(goals: readonly Goal[]): Portfolio['goals'] {
  const lists = { todo: [], inProgress: [], partiallyDone: [], blocked: [], stalled: [], done: [], postponed: [] } satisfies Record<Status, GoalId[]> as Record<Status, GoalId[]> // else each would be a list of nothing
  for (const { id, status } of goals.toSorted(compareOrdered)) lists[status].push(id)
  return lists
}
