import type { Calendar } from '../history/moment.ts'
import { statusSince } from '../history/status-since.ts'
import type { Day, Month } from '../model/date.ts'
import { daysSince } from '../model/days-since.ts'
import type { GoalId } from '../model/ids.ts'
import { asksForReason } from '../model/status.ts'
import type { Quarter } from '../model/year.ts'
import { isGivenUp } from '../plan/is-given-up.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import type { QuarterStart } from '../quarter-start/quarter-start.ts'
import { sinceStart } from '../quarter-start/since-start.ts'

/** What a card marks of a goal's life. Flat, so that two can be compared field by field. */
export interface CardMarks {
  /** For a goal that is held up or put off: since when, and for how many days; null where nobody can tell. */
  readonly heldSince: Day | Month | null
  readonly heldDays: number | null
  /** Whether it is so only from a day on that lies ahead; it makes no days then. */
  readonly isHeldAhead: boolean
  /** The day on which it was added, or worded otherwise, after its quarter had begun. */
  readonly addedOn: Day | null
  readonly rewordedOn: Day | null
  readonly isDropped: boolean
}

/** What marks are counted from: the days of this computer, and when each quarter began. */
export interface Times {
  readonly calendar: Calendar
  readonly starts: ReadonlyMap<Quarter, QuarterStart>
}

export const noMarks: CardMarks = { heldSince: null, heldDays: null, isHeldAhead: false, addedOn: null, rewordedOn: null, isDropped: false }

export function marksOf({ view, id, times: { calendar, starts } }: { readonly view: PlanView; readonly id: GoalId; readonly times: Times }): CardMarks {
  const goal = recordOf(view, id)
  if (goal === null) return noMarks
  const heldSince = asksForReason(goal.status) ? statusSince({ view, goal, calendar }) : null
  const heldDays = heldSince === null ? null : daysSince({ date: heldSince, today: calendar.today })
  const since = sinceStart({ view, id, starts, calendar })
  return {
    heldSince,
    heldDays: heldDays === null || heldDays < 0 ? null : heldDays,
    isHeldAhead: heldDays !== null && heldDays < 0,
    addedOn: since?.kind === 'added' ? since.on : null,
    rewordedOn: since?.kind === 'reworded' ? since.on : null,
    isDropped: isGivenUp(view, goal),
  }
}
