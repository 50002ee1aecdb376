import type { Day, Month } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import { categoryOf } from '../model/status.ts'
import { parentGoalOf } from '../plan/goal-place.ts'
import { notesOfGoal } from '../plan/notes.ts'
import { isLive, recordOf, type PlanView } from '../plan/plan-view.ts'
import type { GoalLife } from './goal-lives.ts'

/** A note that was due: of a goal, for a month in which it was open. */
export interface DueNote {
  readonly goal: GoalId
  readonly month: Month
  readonly isMissing: boolean
}

/**
 * Which goals at the first level needed a note for which month: each month that has begun, in which a goal was open on
 * at least one day. A note is there where one is dated in that month, about the goal or about its output in its quarter.
 * @param days the days that the lives tell of
 */
export function dueNotes({ view, lives, days }: { readonly view: PlanView; readonly lives: readonly GoalLife[]; readonly days: readonly Day[] }): readonly DueNote[] {
  const months = monthsOf(days)
  return lives.flatMap((life) => {
    if (!isLive(view, life.id) || parentGoalOf(view, life.id) !== null) return []
    const noted = new Set(notesOfGoal(view, life.id).map(({ date }) => date.slice(0, 7)))
    return months.filter((month) => wasOpen(life, month)).map(({ month }) => ({ goal: life.id, month, isMissing: !noted.has(month) }))
  })
}

interface MonthDays {
  readonly month: Month
  /** Indexes of its first and its last day. */
  readonly first: number
  readonly last: number
}

function monthsOf(days: readonly Day[]): readonly MonthDays[] {
  const months = new Map<Month, MonthDays>()
  for (const [index, day] of days.entries()) {
    const month = day.slice(0, 7)
    months.set(month, { month, first: months.get(month)?.first ?? index, last: index })
  }
  return [...months.values()]
}

function wasOpen({ spells }: GoalLife, { first, last }: MonthDays): boolean {
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
