import type { GoalId } from '../model/ids.ts'
import { goalPlaces } from './outline.ts'
import { childrenOf, goalsOf, recordOf, type ParentKey, type PlanView } from './plan-view.ts'

/** A team that goals of the plan name, and how many goals at the first level do. */
export interface TeamCount {
  readonly team: string
  readonly goals: number
}

// lists are made anew when anything below them changes, so a count holds for as long as its list is the same
const counts = new WeakMap<object, ReadonlyMap<string, number>>()

/** Every team that a goal names, those with most goals first. */
export function teamsInPlan(view: PlanView): readonly TeamCount[] {
  const sum = new Map<string, number>()
  for (const parent of goalPlaces(view)) {
    for (const [team, goals] of teamsBelow(view, parent)) sum.set(team, (sum.get(team) ?? 0) + goals)
  }
  return [...sum].map(([team, goals]) => ({ team, goals })).toSorted((a, b) => b.goals - a.goals || (a.team < b.team ? -1 : 1))
}

/** What is told of goals, by the teams that these name; of a goal of several teams with each, and of one that names none with null. */
export function groupByTeam<Told extends { readonly goal: GoalId }>(view: PlanView, told: readonly Told[]): ReadonlyMap<string | null, readonly Told[]> {
  const byTeam = new Map<string | null, Told[]>()
  for (const each of told) {
    const teams = recordOf(view, each.goal)?.teams ?? []
    for (const team of teams.length === 0 ? [null] : teams) {
      const list = byTeam.get(team) ?? []
      byTeam.set(team, list)
      list.push(each)
    }
  }
  return byTeam
}

function teamsBelow(view: PlanView, parent: ParentKey): ReadonlyMap<string, number> {
  const list = childrenOf(view, { parent, kind: 'goal' })
  const known = counts.get(list)
  if (known !== undefined) return known
  const sum = new Map<string, number>()
  for (const goal of goalsOf(view, parent)) {
    for (const team of goal.teams) sum.set(team, (sum.get(team) ?? 0) + 1)
    // a team that only sub-goals name is listed, and counts no goal of its own
    for (const team of teamsBelow(view, goal.id).keys()) if (!sum.has(team)) sum.set(team, 0)
  }
  counts.set(list, sum)
  return sum
}
