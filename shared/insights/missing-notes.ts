import type { Steps } from '../changes/steps.ts'
import { checkInInSteps } from '../checkin/check-in.ts'
import type { Calendar } from '../history/moment.ts'
import type { CheckInMonth } from '../model/check-in-month.ts'
import type { Month } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { groupByTeam } from '../plan/teams.ts'

/** A note that was due: of a goal, for a month in which it was open. */
export interface DueNote {
  readonly goal: GoalId
  readonly month: Month
  readonly isMissing: boolean
}

/** Which of some goals a check-in asks about, by month, and which of them have no note then. */
export function* dueNotesInSteps({ view, goals, months, dayOf }: { readonly view: PlanView; readonly goals: ReadonlySet<GoalId>; readonly months: readonly CheckInMonth[]; readonly dayOf: Calendar['dayOf'] }): Steps<readonly DueNote[]> {
  const found: DueNote[] = []
  for (const month of months) {
    const asked = yield* checkInInSteps({ view, month, dayOf })
    for (const { goal, hasNote } of asked.goals) if (goals.has(goal)) found.push({ goal, month: month.month, isMissing: !hasNote })
  }
  return found
}

/** The notes of a team that were due, by month. */
export interface TeamNotes {
  /** Null: goals that name no team. */
  readonly team: string | null
  readonly due: readonly DueNote[]
}

/** By team, those who miss most first; the goal of two teams counts for both. */
export function notesByTeam({ view, due }: { readonly view: PlanView; readonly due: readonly DueNote[] }): readonly TeamNotes[] {
  const rows = [...groupByTeam(view, due)].map(([team, notes]) => ({ team, due: notes }))
  return rows.toSorted((a, b) => missingIn(b.due) - missingIn(a.due) || ((a.team ?? '~') < (b.team ?? '~') ? -1 : 1))
}

export function missingIn(due: readonly DueNote[]): number {
  return due.filter(({ isMissing }) => isMissing).length
}
