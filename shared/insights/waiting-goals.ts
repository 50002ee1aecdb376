import { placeGoal, type BoardQuery } from '../board/query.ts'
import type { Steps } from '../changes/steps.ts'
import type { Calendar } from '../history/moment.ts'
import { statusSince } from '../history/status-since.ts'
import type { Day, Month } from '../model/date.ts'
import { daysSince } from '../model/days-since.ts'
import type { Goal } from '../model/goal.ts'
import { categoryOf } from '../model/status.ts'
import { isGivenUp } from '../plan/is-given-up.ts'
import { liveGoals, type PlanView } from '../plan/plan-view.ts'
import { carriedOn, type Carried } from './slips.ts'

/** A goal that is held up or postponed, and since when. */
export interface WaitingGoal {
  readonly goal: Goal
  /** Null where nobody can tell. */
  readonly since: Day | Month | null
  /** Up to today, or to the last day of what is over; null where it began later. */
  readonly days: number | null
  /** Whether it waits from a day on that lies ahead: a clock that runs ahead has set it, or somebody said so. */
  readonly isAhead: boolean
  readonly isDropped: boolean
}

export interface WaitingGoals {
  /** Blocked and stalled, the longest first; those of which nobody knows since when, last. */
  readonly held: readonly WaitingGoal[]
  readonly postponed: readonly WaitingGoal[]
  /** Those that wait no longer here, since they were carried over: what continues them does. */
  readonly carried: readonly Carried[]
}

/** How many goals are looked at between two pauses. */
const stepSize = 50

/** @param lastDay up to which days are counted: the last of what is over, else today */
export function* waitingInSteps({ view, query, calendar, lastDay }: { readonly view: PlanView; readonly query: BoardQuery; readonly calendar: Calendar; readonly lastDay: Day }): Steps<WaitingGoals> {
  const held: WaitingGoal[] = []
  const postponed: WaitingGoal[] = []
  const carried: Carried[] = []
  let looked = 0
  for (const goal of liveGoals(view)) {
    if (looked % stepSize === 0) yield
    looked += 1
    const isHeld = categoryOf(goal.status) === 'held'
    if ((!isHeld && goal.status !== 'postponed') || placeGoal({ view, query, id: goal.id }).kind !== 'shown') continue
    const on = carriedOn(view, goal.id)
    if (on !== null) {
      carried.push(on)
      continue
    }
    const since = statusSince({ view, goal, calendar })
    const waiting = { goal, since, days: daysUpTo(since, lastDay), isAhead: since !== null && daysUpTo(since, calendar.today) === null, isDropped: isGivenUp(view, goal) }
    if (isHeld) held.push(waiting)
    else postponed.push(waiting)
  }
  return { held: held.toSorted(longestFirst), postponed: postponed.toSorted(longestFirst), carried }
}

function daysUpTo(since: Day | Month | null, day: Day): number | null {
  const days = since === null ? -1 : daysSince({ date: since, today: day })
  return days < 0 ? null : days
}

function longestFirst(a: WaitingGoal, b: WaitingGoal): number {
  return (b.days ?? -1) - (a.days ?? -1) || (a.goal.id < b.goal.id ? -1 : 1)
}
