import { checkInMonthAt, monthOfNote, type CheckInMonth, type QuarterRange } from '../model/check-in-month.ts'
import { addMonths, lastDayOf, type Day, type Month } from '../model/date.ts'
import { hasKind, type GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { categoryOf } from '../model/status.ts'
import { quartersOf, type Quarter } from '../model/year.ts'
import { isCarriedOn } from './carried.ts'
import { outputOfGoal, parentGoalOf, quartersOfGoal } from './goal-place.ts'
import { canSpeakOf } from './note-reach.ts'
import { compareNotes } from './note-order.ts'
import { notesAbout, recordOf, yearStartOf, type PlanView } from './plan-view.ts'

/** Notes that speak of a goal: its own, and those about its output in its quarters that can have meant it. The oldest first. */
export function notesOfGoal(view: PlanView, id: GoalId): readonly Note[] {
  const own = notesAbout(view, id)
  const output = outputOfGoal(view, id)
  const range = quartersOfGoal(view, id)
  const isInRange = ({ quarter }: Note): boolean => range !== null && quarter !== null && range.first <= quarter && quarter <= range.last
  const shared = output === null ? [] : notesAbout(view, output.id).filter((note) => isInRange(note) && canSpeakOf({ view, note, goal: id }))
  if (shared.length === 0) return own
  // both lists are in order, and the sort is stable: of one day, those about the output come first
  return [...shared, ...own].toSorted(compareNotes)
}

/** A note with the check-in month it speaks of; null for one that speaks of none. */
export interface MonthNote {
  readonly note: Note
  readonly month: Month | null
}

/** The same, each with the check-in month it speaks of: a note about the output one of its quarter, any other one of the goal's quarters. */
export function monthNotesOfGoal({ view, goal, startsOn }: { readonly view: PlanView; readonly goal: GoalId; readonly startsOn: Day }): readonly MonthNote[] {
  const range = quartersOfGoal(view, goal)
  return notesOfGoal(view, goal).map((note) => {
    const told = rangeOfNote(note, range)
    return { note, month: told === null ? null : monthOfNote({ startsOn, date: note.date, ...told }) }
  })
}

function rangeOfNote({ about, quarter }: Note, range: QuarterRange | null): QuarterRange | null {
  return hasKind(about, 'output') && quarter !== null ? { first: quarter, last: quarter } : range
}

/** What is missing: since when a goal has had no note, the last one's date or null when there is none at all; and the month that has none yet, where it is no longer than that. */
export interface MissingNote {
  readonly since: string | null
  /** The check-in month that goes on; null once more than a month has passed without a note. */
  readonly month: Month | null
}

/** What deciding whether notes are due needs to know of a quarter. */
export interface NoteDue {
  /** The quarter's first day: from then on somebody should write. */
  readonly from: Day
  /** Who was last written about before this day is due. */
  readonly before: Day
  /** The check-in month that today is in, where that is one of the quarter. */
  readonly current: CheckInMonth | null
}

/**
 * By quarter: a month before today, or before the quarter's last day once that has passed. Worked out once
 * for all goals, since calendar arithmetic ten thousand times would be felt.
 */
export function notesDue({ startsOn, today }: { readonly startsOn: Day; readonly today: Day }): ReadonlyMap<Quarter, NoteDue> {
  const now = checkInMonthAt({ startsOn, day: today })
  return new Map(
    quartersOf(startsOn).map(({ quarter, from, to }) => [quarter, { from, before: addMonths({ day: today < to ? today : to, months: -1 }), current: now?.quarter === quarter ? now : null }]),
  )
}

/** What an open goal lacks: a note for more than a month of its quarters, or one in the check-in month that goes on; null when it lacks none. */
export function missingNoteOf({ view, goal: id, due }: { readonly view: PlanView; readonly goal: GoalId; readonly due: ReadonlyMap<Quarter, NoteDue> }): MissingNote | null {
  const goal = recordOf(view, id)
  const range = quartersOfGoal(view, id)
  if (goal === null || range === null || categoryOf(goal.status) === 'closed') return null
  // of sub-goals the notes on the goal above speak, and what became of a goal that goes on as another one is told there
  if (parentGoalOf(view, id) !== null || isCarriedOn(view, id)) return null
  const [begins, span] = [due.get(range.first), dueIn(due, range)]
  if (begins === undefined || span === undefined) return null
  const last = notesOfGoal(view, id).at(-1)?.date ?? ''
  const since = last === '' ? null : last
  if ((since === null ? begins.from : lastDayOf(last)) < span.before) return { since, month: null }
  const { current } = span
  if (current === null || monthNotesOfGoal({ view, goal: id, startsOn: yearStartOf(view) }).some(({ month }) => month === current.month)) return null
  return { since, month: current.month }
}

/** Of the quarters of a goal the one that today is in, else the last. */
function dueIn(due: ReadonlyMap<Quarter, NoteDue>, { first, last }: QuarterRange): NoteDue | undefined {
  for (const [quarter, each] of due) if (first <= quarter && quarter <= last && each.current !== null) return each
  return due.get(last)
}
