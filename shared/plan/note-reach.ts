import { recordIn } from '../changes/fold.ts'
import { firstStamp } from '../changes/folded-record.ts'
import { addDays, type Day } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { noteRank } from './note-order.ts'
import type { PlanView } from './plan-view.ts'
import { sourceOf } from './stamp-source.ts'

/**
 * Whether a note about all goals of an output can have meant a goal: one that is there since a page, one that was
 * there when the note was typed, or by its date. A goal that is made or carried over later finds older notes there.
 */
export function canSpeakOf({ view, note, goal }: { readonly view: PlanView; readonly note: Note; readonly goal: GoalId }): boolean {
  const [made, written] = [firstWritten(view, goal), firstWritten(view, note.id)]
  if (made === null) return true
  return (written !== null && made <= written) || dayBefore(made) <= noteRank(note)
}

/** When somebody first wrote to a record, in milliseconds since 1970; null for what a page brought. */
function firstWritten(view: PlanView, id: GoalId | Note['id']): number | null {
  const record = recordIn(view.set, id)
  const source = record === undefined ? null : sourceOf(firstStamp(record))
  return source?.kind === 'computer' ? source.ms : null
}

const msOfDay = 86_400_000
/** The first and the last day of the years that a date can say, in days since 1970. */
const [firstDay, lastDay] = [0, 2_932_895]

// a plan is made on few days, and every goal asks of every note about its output
const knownDays = new Map<number, Day>()

/** By the calendar of Greenwich, a day early: where somebody sits doesn't matter by more. */
function dayBefore(ms: number): Day {
  const days = Math.min(Math.max(Math.floor(ms / msOfDay), firstDay), lastDay)
  const day = knownDays.get(days) ?? addDays({ day: '1970-01-01', days: days - 1 })
  knownDays.set(days, day)
  return day
}
