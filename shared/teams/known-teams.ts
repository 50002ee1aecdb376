import { hasKind, isRecordId } from '../model/ids.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { teamsInPlan, type TeamCount } from '../plan/teams.ts'
import { allGoals } from './all-goals.ts'

// a view is a value: what is worked out from it holds for it
const known = new WeakMap<PlanView, readonly TeamCount[]>()

/** The teams that goals name, those with most goals first, then by name those that goals only depend on. */
export function knownTeams(view: PlanView): readonly TeamCount[] {
  const before = known.get(view)
  if (before !== undefined) return before
  const named = teamsInPlan(view)
  const others = new Set<string>()
  for (const { dependsOn } of allGoals(view)) for (const member of dependsOn) if (isTeamName(member)) others.add(member)
  for (const { team } of named) others.delete(team)
  const teams = [...named, ...[...others].toSorted().map((team) => ({ team, goals: 0 }))]
  known.set(view, teams)
  return teams
}

/** Whether what a goal depends on is a team, and not another goal. */
export function isTeamName(member: string): boolean {
  return !(isRecordId(member) && hasKind(member, 'goal'))
}
