import type { Day, Month } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import { categoryOf } from '../model/status.ts'
import { isInQuarter, parentGoalOf } from '../plan/goal-place.ts'
import { notesOfGoal } from '../plan/notes.ts'
import { isLive, recordOf, type PlanView } from '../plan/plan-view.ts'
import type { GoalLife } from './goal-lives.ts'
import type { ScopeMonth } from './scope-days.ts'

/** A note that was due: of a goal, for a month in which it was open. */
export interface DueNote {
  readonly goal: GoalId
  readonly month: Month
  readonly isMissing: boolean
}

/**
 * Which goals at the first level needed a note for which month: each month that has begun of a quarter they are planned
 * for, in which they were open on at least one day. A note is there where one is dated in that month, about the goal or
 * about its output in its quarter.
 * @param days the days that the lives tell of
 */
export function dueNotes({ view, lives, days, months }: { readonly view: PlanView; readonly lives: readonly GoalLife[]; readonly days: readonly Day[]; readonly months: readonly ScopeMonth[] }): readonly DueNote[] {
  const spans = months.map(({ month, quarter }) => ({ month, quarter, first: days.findIndex((day) => day.startsWith(month)), last: days.findLastIndex((day) => day.startsWith(month)) }))
  return lives.flatMap((life) => {
    const { id } = life
    if (!isLive(view, id) || parentGoalOf(view, id) !== null) return []
    const due = spans.filter(({ quarter, first, last }) => first >= 0 && isInQuarter(view, { id, quarter }) && wasOpen(life, { first, last }))
    const noted = due.length === 0 ? null : new Set(notesOfGoal(view, id).map(({ date }) => date.slice(0, 7)))
    return due.map(({ month }) => ({ goal: id, month, isMissing: noted?.has(month) !== true }))
  })
}

function wasOpen({ spells }: GoalLife, { first, last }: { readonly first: number; readonly last: number }): boolean {
  return spells.some(({ from, status }, index) => {
    const until = spells[index + 1]?.from ?? Number.POSITIVE_INFINITY
    return status !== null && categoryOf(status) !== 'closed' && from <= last && until > first
  })
}

/** The notes of a team that were due, by month. */
export interface TeamNotes {
  /** Null: goals that name no team. */
  readonly team: string | null
  readonly due: readonly DueNote[]
}

/** By team, those who miss most first; the goal of two teams counts for both. */
export function notesByTeam({ view, due }: { readonly view: PlanView; readonly due: readonly DueNote[] }): readonly TeamNotes[] {
  const byTeam = new Map<string | null, DueNote[]>()
  for (const note of due) {
    const teams = recordOf(view, note.goal)?.teams ?? []
    for (const team of teams.length === 0 ? [null] : teams) {
      const list = byTeam.get(team) ?? []
      byTeam.set(team, list)
      list.push(note)
    }
  }
  const rows = [...byTeam].map(([team, notes]) => ({ team, due: notes }))
  return rows.toSorted((a, b) => missingIn(b.due) - missingIn(a.due) || ((a.team ?? '~') < (b.team ?? '~') ? -1 : 1))
}

export function missingIn(due: readonly DueNote[]): number {
  return due.filter(({ isMissing }) => isMissing).length
}
