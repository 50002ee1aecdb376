import type { CheckInGoal } from '../../../shared/checkin/check-in.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'

export interface TeamGoals {
  /** Null for goals that name no team. */
  readonly team: string | null
  readonly goals: readonly CheckInGoal[]
}

/** Goals by the teams they name, by name, those of no team last; a goal of several teams stands with each, since each may write. */
export function goalsByTeam(view: PlanView, asked: readonly CheckInGoal[]): readonly TeamGoals[] {
  const byTeam = new Map<string | null, CheckInGoal[]>()
  for (const each of asked) {
    const teams = recordOf(view, each.goal)?.teams ?? []
    for (const team of teams.length === 0 ? [null] : teams) byTeam.set(team, [...(byTeam.get(team) ?? []), each])
  }
  return [...byTeam].map(([team, goals]) => ({ team, goals })).toSorted((a, b) => (a.team === null ? 1 : b.team === null ? -1 : a.team < b.team ? -1 : 1))
}
