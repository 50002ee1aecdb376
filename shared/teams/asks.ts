import { compareOrdered } from '../changes/order.ts'
import type { Goal } from '../model/goal.ts'
import { hasKind, isRecordId, type GoalId } from '../model/ids.ts'
import { categoryOf } from '../model/status.ts'
import { quarters } from '../model/year.ts'
import { quarterOfGoal } from '../plan/goal-place.ts'
import { isLive, recordOf, type PlanView } from '../plan/plan-view.ts'
import { allGoals } from './all-goals.ts'
import { isTeamName, knownTeams } from './known-teams.ts'
import { namesInText } from './names-in-text.ts'

/** What a goal needs of a team. */
export interface Ask {
  readonly goal: Goal
  /** Null where what is needed is no team's: a goal that has none, or whom the goal waits for is none the plan knows. */
  readonly team: string | null
  /** The goal depends on the team by name. */
  readonly byName: boolean
  /** The goal is held up, and waits for the team. */
  readonly waiting: boolean
  /** Goals of the team that it depends on, those that are done left out. */
  readonly needs: readonly GoalId[]
  /** Whether the team has said yes. */
  readonly accepted: boolean
}

// a view is a value: what is worked out from it holds for it
const known = new WeakMap<PlanView, readonly Ask[]>()

/** Everything that goals which are neither done nor postponed need of a team, across the plan, those of the first quarter first; one ask for each goal and team. */
export function asksInPlan(view: PlanView): readonly Ask[] {
  const before = known.get(view)
  if (before !== undefined) return before
  const teams = knownTeams(view).map(({ team }) => team)
  const asking = allGoals(view).flatMap((goal) => {
    const own = isOpen(goal) ? asksOf({ view, goal, teams }) : []
    return own.length === 0 ? [] : [{ goal, own, quarter: quarterOfGoal(view, goal.id) ?? quarters.length + 1 }]
  })
  const asks = asking.toSorted((a, b) => a.quarter - b.quarter || compareOrdered(a.goal, b.goal)).flatMap(({ own }) => own)
  known.set(view, asks)
  return asks
}

/** What others need of a team. */
export function waitingOnTeam(view: PlanView, team: string): readonly Ask[] {
  return asksInPlan(view).filter((ask) => ask.team === team)
}

/** What a team needs of others. */
export function teamWaitsFor(view: PlanView, team: string): readonly Ask[] {
  return asksInPlan(view).filter((ask) => ask.team !== team && ask.goal.teams.includes(team))
}

/** What was dropped is postponed; with another status it was taken up again. */
function isOpen({ status }: Goal): boolean {
  return categoryOf(status) !== 'closed'
}

function asksOf({ view, goal, teams }: { readonly view: PlanView; readonly goal: Goal; readonly teams: readonly string[] }): readonly Ask[] {
  const byName = new Set(goal.dependsOn.filter(isTeamName))
  const waited = waitedFor(goal, teams)
  const needs = goal.dependsOn.flatMap((id) => (isRecordId(id) && hasKind(id, 'goal') ? neededOf({ view, goal, id }) : []))
  const asked = new Set([...byName, ...waited, ...needs.map(({ team }) => team)])
  return [...asked].map((team) => ({
    goal,
    team,
    byName: team !== null && byName.has(team),
    waiting: waited.includes(team),
    needs: needs.flatMap((need) => (need.team === team ? [need.id] : [])),
    accepted: team !== null && goal.accepted.includes(team),
  }))
}

/** A reason stays with a goal, but says something only while it is held up; null for whom the plan doesn't know. */
function waitedFor({ status, waitingOn }: Goal, teams: readonly string[]): readonly (string | null)[] {
  if (categoryOf(status) !== 'held' || waitingOn.trim() === '') return []
  const named = namesInText(waitingOn, teams)
  return named.length === 0 ? [null] : named
}

/** The teams of a goal that another depends on; what a team needs of itself it need not ask for. */
function neededOf({ view, goal, id }: { readonly view: PlanView; readonly goal: Goal; readonly id: GoalId }): readonly { readonly team: string | null; readonly id: GoalId }[] {
  const needed = recordOf(view, id)
  if (needed === null || id === goal.id || needed.status === 'done' || !isLive(view, id)) return []
  if (needed.teams.length === 0) return [{ team: null, id }]
  return needed.teams.flatMap((team) => (goal.teams.includes(team) ? [] : [{ team, id }]))
}
