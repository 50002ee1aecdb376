import { isSameValue } from '../changes/canonical.ts'
import { recordIn } from '../changes/fold.ts'
import { cellsOfField, winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import type { Day, Month } from '../model/date.ts'
import type { Goal } from '../model/goal.ts'
import { noteRank } from '../plan/note-order.ts'
import { notesOfGoal } from '../plan/notes.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { statedBy } from '../plan/stated-by.ts'
import type { Calendar } from './moment.ts'
import { dayOfStamp } from './stamp-day.ts'

/**
 * Since when a goal has the status it has; null where nobody can tell. What a person said of it counts, unless the
 * status was set anew afterwards; else it is the day of the last change *of the status*, whatever else was edited
 * since, or the date of the notes that have stated it ever since, where that is earlier.
 */
export function statusSince({ view, goal, calendar }: { readonly view: PlanView; readonly goal: Goal; readonly calendar: Pick<Calendar, 'dayOf'> }): Day | Month | null {
  const record = recordIn(view.set, goal.id)
  if (record === undefined) return null
  const [status, since] = [winnerOf(record, 'status'), winnerOf(record, 'since')]
  if (goal.since !== '' && since !== undefined && (status === undefined || status.at <= since.at)) return goal.since
  const { set, before } = lastChange(record)
  const written = dayOfStamp(set, calendar)
  const stated = statedSince({ view, goal, after: dayOfStamp(before, calendar) })
  return stated !== null && (written === null || stated < written) ? stated : written
}

/** When the status came to be what it is, and when it was last something else; a page's word is of no day. */
function lastChange(record: FoldedRecord): { readonly set: string | undefined; readonly before: string | undefined } {
  const cells = cellsOfField(record, 'status')
  const value = cells.at(-1)?.value ?? null
  const before = cells.findLast((cell) => !isSameValue(cell.value, value))
  const set = before === undefined ? cells[0] : cells[cells.lastIndexOf(before) + 1]
  return { set: set?.at, before: before?.at }
}

/** The first date of the notes that have stated the present status without another word since, and after it was something else. */
function statedSince({ view, goal, after }: { readonly view: PlanView; readonly goal: Goal; readonly after: Day | null }): Day | Month | null {
  let first: Day | Month | null = null
  for (const note of notesOfGoal(view, goal.id)) {
    const said = statedBy(note, goal.id)
    if (said === null || note.date === '' || (after !== null && noteRank(note) <= after)) continue
    first = said !== goal.status ? null : (first ?? note.date)
  }
  return first
}
