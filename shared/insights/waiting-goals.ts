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
  readonly days: number | null
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

export function* waitingInSteps({ view, query, calendar }: { readonly view: PlanView; readonly query: BoardQuery; readonly calendar: Calendar }): Steps<WaitingGoals> {
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
    // a clock that runs ahead has set it tomorrow
    const days = since === null ? null : Math.max(daysSince({ date: since, today: calendar.today }), 0)
    const waiting = { goal, since, days, isDropped: isGivenUp(view, goal) }
    if (isHeld) held.push(waiting)
    else postponed.push(waiting)
  }
  return { held: held.toSorted(longestFirst), postponed: postponed.toSorted(longestFirst), carried }
}

function longestFirst(a: WaitingGoal, b: WaitingGoal): number {
  return (b.days ?? -1) - (a.days ?? -1) || (a.goal.id < b.goal.id ? -1 : 1)
}
