import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { addDays, type Day, type Month } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { categoryOf } from '../model/status.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { sourceOf } from '../plan/stamp-source.ts'
import { statedBy } from '../plan/stated-by.ts'

/** Whether a goal is open, and if not, since when: a date, or null where nobody can tell. */
export type Closing = { readonly kind: 'open' } | { readonly kind: 'closed'; readonly note: Note | null; readonly on: Day | Month | null }

/**
 * When a goal was done or put off, as far as can be told: by the first of the notes that have called it so ever
 * since, else by what somebody has said, else by the day on which its status was set on a computer. What a page
 * brought has no day of its own.
 * @param notes those that speak of the goal, the oldest first
 */
export function closingOf({ view, goal: id, notes }: { readonly view: PlanView; readonly goal: GoalId; readonly notes: readonly Note[] }): Closing {
  const goal = recordOf(view, id)
  if (goal === null || categoryOf(goal.status) !== 'closed') return { kind: 'open' }
  const note = closingNote(id, notes)
  if (note !== null) return { kind: 'closed', note, on: note.date }
  return { kind: 'closed', note: null, on: goal.since === '' ? dayOfStatus(view, id) : goal.since }
}

function closingNote(goal: GoalId, notes: readonly Note[]): Note | null {
  const stating = notes.flatMap((note) => {
    const status = statedBy(note, goal)
    return status === null ? [] : [{ note, isClosed: categoryOf(status) === 'closed' }]
  })
  return stating[stating.findLastIndex(({ isClosed }) => !isClosed) + 1]?.note ?? null
}

function dayOfStatus(view: PlanView, goal: GoalId): Day | null {
  const at = winnerOf(recordIn(view.set, goal), 'status')?.at
  const source = at === undefined ? null : sourceOf(at)
  return source?.kind === 'computer' ? dayOf(source.ms) : null
}

const msOfDay = 86_400_000

/** By the calendar of Greenwich, as `shared/` knows no other; a clock that is far off says nothing. */
function dayOf(ms: number): Day | null {
  const days = Math.floor(ms / msOfDay)
  return days >= 0 && days < 365 * 1000 ? addDays({ day: '1970-01-01', days }) : null
}
