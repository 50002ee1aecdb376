import { isFiltering, passesFilter, placeGoal, type BoardQuery } from '../board/query.ts'
import type { Steps } from '../changes/steps.ts'
import type { Calendar } from '../history/moment.ts'
import { untoldGoals } from '../history/untold-goals.ts'
import type { Day } from '../model/date.ts'
import type { GoalId } from '../model/ids.ts'
import { liveGoals, yearStartOf, type PlanView } from '../plan/plan-view.ts'
import type { CountsByStatus } from '../plan/plan-counts.ts'
import { burnUps, type OutcomeBurnUp } from './burn-up.ts'
import { livesInSteps, type GoalLife } from './goal-lives.ts'
import type { CheckInMonth } from '../model/check-in-month.ts'
import { dueNotesInSteps, notesByTeam, type DueNote, type TeamNotes } from './missing-notes.ts'
import { daysUpTo, monthsUpTo, spanOfScope, type InsightScope, type ScopeSpan } from './scope-days.ts'
import { slipsInSteps, type QuarterSlips } from './slips.ts'
import { countsByDay } from './status-counts.ts'
import { waitingInSteps, type WaitingGoals } from './waiting-goals.ts'

/** What the charts of a quarter, or of the year, are drawn from. */
export interface Insights {
  readonly view: PlanView
  readonly scope: InsightScope
  readonly span: ScopeSpan
  readonly today: Day
  /** The days of the scope up to today; none while it lies ahead. */
  readonly days: readonly Day[]
  /** Every goal of the scope, whatever the filter leaves. */
  readonly all: readonly GoalLife[]
  /** The goals that the filter leaves. */
  readonly lives: readonly GoalLife[]
  readonly byDay: readonly CountsByStatus[]
  /** Goals that are shown from the first day on as a page said later: no note tells how they stood. */
  readonly untold: readonly GoalId[]
  readonly outcomes: readonly OutcomeBurnUp[]
  readonly quarters: readonly QuarterSlips[]
  readonly waiting: WaitingGoals
  /** The months that have begun, in which notes are due. */
  readonly months: readonly CheckInMonth[]
  readonly due: readonly DueNote[]
  readonly teams: readonly TeamNotes[]
  /** The goals that the board shows now. */
  readonly planned: readonly GoalId[]
  /** How many goals the filter hides. */
  readonly hidden: number
}

export interface InsightsAsked {
  readonly view: PlanView
  readonly query: BoardQuery
  readonly scope: InsightScope
  readonly calendar: Calendar
  /** Every goal of the scope, where that is known from before: with another filter they are the same. */
  readonly all?: readonly GoalLife[] | undefined
}

/**
 * The same goals as on the board, over time: as they were on each day, narrowed by what they are today, so that a team
 * sees the whole life of the goals that are its own.
 */
export function* insightsInSteps({ view, query: asked, scope, calendar, all: known }: InsightsAsked): Steps<Insights> {
  const query: BoardQuery = { ...asked, scope }
  const { today } = calendar
  const startsOn = yearStartOf(view)
  const span = spanOfScope({ startsOn, scope })
  const days = daysUpTo(span, today)
  const all = known ?? (yield* livesInSteps({ view, scope, subGoals: query.subGoals, days, calendar }))
  const lives = isFiltering(query.filter) ? yield* narrowed({ view, query, lives: all }) : all
  const byDay = countsByDay({ lives, days: days.length })
  yield
  const untold = untoldGoals({ view, past: view, goals: lives.map(({ id }) => id), day: days[0] ?? today })
  yield
  const outcomes = burnUps({ view, lives, days: days.length })
  const quarters = yield* slipsInSteps({ view, query })
  const waiting = yield* waitingInSteps({ view, query, calendar, lastDay: span.to < today ? span.to : today })
  const months = monthsUpTo({ startsOn, scope, today })
  const due = yield* dueNotesInSteps({ view, goals: new Set(lives.map(({ id }) => id)), months, dayOf: calendar.dayOf })
  yield
  const teams = notesByTeam({ view, due })
  const { planned, hidden } = yield* shownNow({ view, query })
  return { view, scope, span, today, days, all, lives, byDay, untold, outcomes, quarters, waiting, months, due, teams, planned, hidden }
}

/** How many goals are looked at between two pauses. */
const stepSize = 200

function* narrowed({ view, query, lives }: { readonly view: PlanView; readonly query: BoardQuery; readonly lives: readonly GoalLife[] }): Steps<readonly GoalLife[]> {
  const left: GoalLife[] = []
  for (const [index, life] of lives.entries()) {
    if (index % stepSize === 0) yield
    if (passesFilter({ view, query, id: life.id })) left.push(life)
  }
  return left
}

function* shownNow({ view, query }: { readonly view: PlanView; readonly query: BoardQuery }): Steps<Pick<Insights, 'planned' | 'hidden'>> {
  const planned: GoalId[] = []
  let hidden = 0
  let looked = 0
  for (const { id } of liveGoals(view)) {
    if (looked % stepSize === 0) yield
    looked += 1
    const { kind } = placeGoal({ view, query, id })
    if (kind === 'shown') planned.push(id)
    if (kind === 'hidden') hidden += 1
  }
  return { planned, hidden }
}
