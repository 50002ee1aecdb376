import type { CheckInGoal } from '../../../shared/checkin/check-in.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { groupByTeam } from '../../../shared/plan/teams.ts'

export interface TeamGoals {
  /** Null for goals that name no team. */
  readonly team: string | null
  readonly goals: readonly CheckInGoal[]
}

/** Goals by the teams they name, by name, those of no team last; a goal of several teams stands with each, since each may write. */
export function goalsByTeam(view: PlanView, asked: readonly CheckInGoal[]): readonly TeamGoals[] {
  return [...groupByTeam(view, asked)].map(([team, goals]) => ({ team, goals })).toSorted((a, b) => (a.team === null ? 1 : b.team === null ? -1 : a.team < b.team ? -1 : 1))
}
