import { addMonths, lastDayOf, type Day } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { categoryOf } from '../model/status.ts'
import { quartersOf, type Quarter } from '../model/year.ts'
import { endOfGoal, isInQuarter, outputOfGoal, parentGoalOf, quarterOfGoal } from './goal-place.ts'
import { compareNotes } from './note-order.ts'
import { notesAbout, recordOf, type PlanView } from './plan-view.ts'

/** Notes that speak of a goal: its own, and those about its output in its quarter, or in each of those it spans. The oldest first. */
export function notesOfGoal(view: PlanView, id: GoalId): readonly Note[] {
  const own = notesAbout(view, id)
  const output = outputOfGoal(view, id)
  const shared = output === null ? [] : notesAbout(view, output.id).filter(({ quarter }) => quarter !== null && isInQuarter(view, { id, quarter }))
  if (shared.length === 0) return own
  // both lists are in order, and the sort is stable: of one day, those about the output come first
  return [...shared, ...own].toSorted(compareNotes)
}

/** Since when a goal has had no note: the last note's date, or null when there is none at all. */
export interface MissingNote {
  readonly since: string | null
}

/** What deciding whether notes are due needs to know of a quarter. */
export interface NoteDue {
  /** The quarter's first day: from then on somebody should write. */
  readonly from: Day
  /** Who was last written about before this day is due. */
  readonly before: Day
}

/**
 * By quarter: a month before today, or before the quarter's last day once that has passed. Worked out once
 * for all goals, since calendar arithmetic ten thousand times would be felt.
 */
export function notesDue({ startsOn, today }: { readonly startsOn: Day; readonly today: Day }): ReadonlyMap<Quarter, NoteDue> {
  return new Map(quartersOf(startsOn).map(({ quarter, from, to }) => [quarter, { from, before: addMonths({ day: today < to ? today : to, months: -1 }) }]))
}

/** Whether an open goal has gone without a note for more than a month of its quarter; null when it hasn't. */
export function missingNoteOf({ view, goal: id, due }: { readonly view: PlanView; readonly goal: GoalId; readonly due: ReadonlyMap<Quarter, NoteDue> }): MissingNote | null {
  const goal = recordOf(view, id)
  const [quarter, end] = [quarterOfGoal(view, id), endOfGoal(view, id)]
  const span = quarter === null ? undefined : due.get(quarter)
  const last = end === null ? undefined : due.get(end)
  if (goal === null || span === undefined || last === undefined || categoryOf(goal.status) === 'closed') return null
  // of sub-goals the notes on the goal above speak
  if (parentGoalOf(view, id) !== null) return null
  const date = notesOfGoal(view, id).at(-1)?.date ?? ''
  const heardOn = date === '' ? span.from : lastDayOf(date)
  return heardOn < last.before ? { since: date === '' ? null : date } : null
}
