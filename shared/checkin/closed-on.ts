import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { msOf } from '../changes/stamp.ts'
import type { Calendar } from '../history/moment.ts'
import { dayOfStamp } from '../history/stamp-day.ts'
import type { Day, Month } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { categoryOf } from '../model/status.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { statedBy } from '../plan/stated-by.ts'

/** Whether a goal is open, and if not, since when: a date, or null where nobody can tell. */
export type Closing = { readonly kind: 'open' } | { readonly kind: 'closed'; readonly note: Note | null; readonly on: Day | Month | null }

/**
 * When a goal was done or put off, as far as can be told: by the first of the notes that have called it so ever
 * since, else by what somebody has said, else by the day of this computer's calendar on which its status was set. What a
 * page brought has no day of its own.
 * @param notes those that speak of the goal, the oldest first
 */
export function closingOf({ view, goal: id, notes, dayOf }: { readonly view: PlanView; readonly goal: GoalId; readonly notes: readonly Note[]; readonly dayOf: Calendar['dayOf'] }): Closing {
  const goal = recordOf(view, id)
  if (goal === null || categoryOf(goal.status) !== 'closed') return { kind: 'open' }
  const note = closingNote(id, notes)
  if (note !== null) return { kind: 'closed', note, on: note.date }
  return { kind: 'closed', note: null, on: goal.since === '' ? dayOfStatus({ view, goal: id, dayOf }) : goal.since }
}

function closingNote(goal: GoalId, notes: readonly Note[]): Note | null {
  const stating = notes.flatMap((note) => {
    const status = statedBy(note, goal)
    return status === null ? [] : [{ note, isClosed: categoryOf(status) === 'closed' }]
  })
  return stating[stating.findLastIndex(({ isClosed }) => !isClosed) + 1]?.note ?? null
}

/** A thousand years from 1970: a clock that is as far off says nothing. */
const farOff = 31_536_000_000_000

function dayOfStatus({ view, goal, dayOf }: { readonly view: PlanView; readonly goal: GoalId; readonly dayOf: Calendar['dayOf'] }): Day | null {
  const at = winnerOf(recordIn(view.set, goal), 'status')?.at
  return at === undefined || msOf(at) >= farOff ? null : dayOfStamp(at, { dayOf })
}
