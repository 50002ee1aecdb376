import type { CheckInMonth } from '../model/check-in-month.ts'
import type { Month } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { Status } from '../model/status.ts'
import { spanOf } from '../model/year.ts'
import { monthNotesOfGoal, notesOfGoal, type MonthNote } from '../plan/notes.ts'
import { recordOf, yearStartOf, type PlanView } from '../plan/plan-view.ts'
import { statedBy } from '../plan/stated-by.ts'

interface GoalInMonth {
  readonly view: PlanView
  readonly goal: GoalId
  readonly month: CheckInMonth
}

/** What was written about a goal in the quarter of a month, the oldest first; with what has no month of its own. */
export function saidInQuarter({ view, goal, month }: GoalInMonth): readonly Note[] {
  const startsOn = yearStartOf(view)
  const { months } = spanOf({ startsOn, quarter: month.quarter })
  return monthNotesOfGoal({ view, goal, startsOn }).flatMap((said) => (said.month === null || months.includes(said.month) ? [said.note] : []))
}

/** What was written about the goal that this one goes on with, the oldest first; empty for one that was not carried over. */
export function saidOfSource({ view, goal }: Omit<GoalInMonth, 'month'>): readonly Note[] {
  const source = recordOf(view, goal)?.carriedFrom ?? null
  return source === null ? [] : notesOfGoal(view, source)
}

/** A note whose words and status can be said again, and the month it was of; null for one of before the goal's quarters. */
export interface Repeatable {
  readonly note: Note
  readonly status: Status | null
  readonly month: Month | null
}

/** The last that was said before a month: about the goal itself, or else about the one it goes on with. */
export function lastSaid({ view, goal, month }: GoalInMonth): Repeatable | null {
  const said = monthNotesOfGoal({ view, goal, startsOn: yearStartOf(view) }).findLast((each) => each.month !== null && each.month < month.month)
  if (said !== undefined) return { ...said, status: statedBy(said.note, goal) }
  const source = recordOf(view, goal)?.carriedFrom ?? null
  const last = saidOfSource({ view, goal }).at(-1)
  return source === null || last === undefined ? null : { note: last, month: null, status: statedBy(last, source) }
}

/** How a goal stood in a month: as it does now, unless a later note states something; then as the last note up to there does. */
export function statusInMonth({ view, goal, month }: GoalInMonth): Status {
  const now = recordOf(view, goal)?.status ?? 'todo'
  const stating = monthNotesOfGoal({ view, goal, startsOn: yearStartOf(view) }).filter(({ note }) => statedBy(note, goal) !== null)
  const isLater = (said: MonthNote): boolean => said.month !== null && said.month > month.month
  if (!stating.some(isLater)) return now
  const last = stating.findLast((said) => !isLater(said))
  return last === undefined ? 'todo' : (statedBy(last.note, goal) ?? now)
}
