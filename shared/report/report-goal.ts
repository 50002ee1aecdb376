import type { BoardScope } from '../board/query.ts'
import { statusSince } from '../history/status-since.ts'
import { daysSince } from '../model/days-since.ts'
import type { Day, Month } from '../model/date.ts'
import type { Goal } from '../model/goal.ts'
import type { GoalId } from '../model/ids.ts'
import { asksForReason, categoryOf } from '../model/status.ts'
import type { Quarter } from '../model/year.ts'
import { earlierGoals, laterGoals, timesCarried } from '../plan/carried.ts'
import { endOfGoal, outcomeOfGoal, outputOfGoal, ownerOf, quarterOfGoal } from '../plan/goal-place.ts'
import { isGivenUp } from '../plan/is-given-up.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { sinceStart, type SinceStart } from '../quarter-start/since-start.ts'
import type { QuarterStart } from '../quarter-start/quarter-start.ts'
import type { Calendar } from '../history/moment.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import type { ReportGoal, ReportLink } from './report.ts'
import { reportNotes } from './report-notes.ts'

/** What telling of one goal needs to know. */
export interface GoalContext {
  readonly view: PlanView
  readonly scope: BoardScope
  /** Which day a stamp is of; a state without stamps has days that lie after all others. */
  readonly calendar: Pick<Calendar, 'dayOf' | 'today'>
  /** The last day of what is told, where that is over: days are counted up to it. */
  readonly endedOn: Day | null
  readonly starts: ReadonlyMap<Quarter, QuarterStart>
  readonly hasNotes: boolean
}

/** A day that no note and nobody has written: what has no stamp is of no day. */
export const noDay: Day = '9999-12-31'

/** All that a report tells of a goal. */
export function reportGoal({ view, scope, calendar, endedOn, starts, hasNotes }: GoalContext, { goal, level, parent, above }: { readonly goal: Goal; readonly level: number; readonly parent: GoalId | null; readonly above: Goal | null }): ReportGoal {
  const { id } = goal
  const [outcome, output] = [outcomeOfGoal(view, id), outputOfGoal(view, id)]
  const [quarter, end] = [quarterOfGoal(view, id), endOfGoal(view, id)]
  const since = heldSince({ view, goal, calendar })
  const isAsked = asksForReason(goal.status)
  return {
    id,
    level,
    parent,
    partOf: parent === null && above !== null ? cleanLine(above.title) : null,
    title: cleanLine(goal.title),
    description: cleanText(goal.description),
    status: goal.status,
    isDropped: isGivenUp(view, goal),
    program: cleanLine(recordOf(view, outcome?.program ?? null)?.code ?? ''),
    outcome: cleanLine(outcome?.number || outcome?.title || ''),
    output: cleanLine(output?.number || output?.title || ''),
    quarter,
    until: end === quarter ? null : end,
    stretch: goal.stretch,
    owner: cleanLine(ownerOf(view, id)),
    teams: goal.teams.map(cleanLine),
    tasks: goal.tasks.map(cleanLine),
    reason: isAsked ? cleanText(goal.reason).trim() : '',
    waitingOn: isAsked ? cleanLine(goal.waitingOn) : '',
    since,
    days: since === null ? null : daysUpTo({ since, day: endedOn ?? calendar.today }),
    endedOn,
    isAhead: since !== null && daysUpTo({ since, day: calendar.today }) === null,
    carriedTo: carriedTo(view, goal),
    carriedFrom: carriedFrom(view, goal),
    timesCarried: timesCarried(view, id),
    sinceStart: cleanSince(sinceStart({ view, starts, calendar, id })),
    notes: hasNotes ? reportNotes({ view, id, scope }) : [],
  }
}

function heldSince({ view, goal, calendar }: { readonly view: PlanView; readonly goal: Goal; readonly calendar: GoalContext['calendar'] }): Day | Month | null {
  if (categoryOf(goal.status) !== 'held') return null
  const since = statusSince({ view, goal, calendar })
  return since === noDay ? null : since
}

/** Null where it began only later. */
function daysUpTo({ since, day }: { readonly since: Day | Month; readonly day: Day }): number | null {
  const days = daysSince({ date: since, today: day })
  return days < 0 ? null : days
}

function carriedTo(view: PlanView, goal: Goal): readonly ReportLink[] {
  const later = laterGoals(view, goal.id).map((each) => ({ title: cleanLine(recordOf(view, each)?.title ?? ''), place: quarterOfGoal(view, each) }))
  return later.length > 0 || goal.carriedInto === '' ? later : [{ title: cleanLine(goal.title), place: cleanLine(goal.carriedInto) }]
}

function carriedFrom(view: PlanView, goal: Goal): ReportLink | null {
  const [before] = earlierGoals(view, goal.id)
  if (before !== undefined) return { title: cleanLine(before.title), place: endOfGoal(view, before.id) }
  const earlier = goal.carriedThrough.at(-1)
  return earlier === undefined ? null : { title: cleanLine(goal.title), place: cleanLine(earlier) }
}

function cleanSince(since: SinceStart | null): SinceStart | null {
  return since?.kind === 'reworded' ? { ...since, before: cleanLine(since.before) } : since
}
