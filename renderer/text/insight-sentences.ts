import type { OutcomeBurnUp } from '../../shared/insights/burn-up.ts'
import type { Insights } from '../../shared/insights/insights.ts'
import { missingIn } from '../../shared/insights/missing-notes.ts'
import type { Carried, QuarterSlips } from '../../shared/insights/slips.ts'
import { totalOf } from '../../shared/insights/status-counts.ts'
import { isQuarter } from '../../shared/model/year.ts'
import { recordOf } from '../../shared/plan/plan-view.ts'
import { formatDayInWords, quarterLabel } from './dates.ts'
import { insightsText, scopeWords } from './insights.ts'
import { plural } from './plural.ts'

type Slips = Pick<Insights, 'scope' | 'quarters'>

/** `8 of 11 goals were done by December 31; 2 were carried to Q3.` */
export function statusSentence({ byDay, days, today, span, scope, quarters, planned, view }: Pick<Insights, 'byDay' | 'days' | 'today' | 'span' | 'scope' | 'quarters' | 'planned' | 'view'>): string {
  const [day, counts] = [days.at(-1), byDay.at(-1)]
  if (day === undefined || counts === undefined) return insightsText.ahead(scope, formatDayInWords(span.from), planned.length)
  const [total, held, carried] = [totalOf(counts), counts.blocked + counts.stalled, carriedIn({ scope, quarters })]
  const isOver = span.to < today
  if (total === 0) return `No goal was planned for ${scopeWords(scope)} on ${formatDayInWords(day)}.`
  const done = `${doneWords({ done: counts.done, total, is: isOver ? were : are })} by ${isOver ? '' : 'today, '}${formatDayInWords(day)}`
  const rest = isOver || held === 0 ? (carried.length === 0 ? '' : `; ${carried.length} ${were(carried.length)} carried to ${whereTo(carried)}`) : `; ${held} ${are(held)} blocked or stalled`
  const now = planned.filter((id) => recordOf(view, id)?.status === 'done').length
  // what was said of it after its end
  const since = !isOver || (now === counts.done && planned.length === total) ? '' : ` As the plan stands now it is ${now} of ${planned.length}.`
  return `${done}${rest}.${since}`
}

/** `2 of 6 outcomes have all their goals done; outcome 6 has the longest way to go, with 0 of 3.` */
export function burnUpSentence({ outcomes, days, scope, span, planned }: Pick<Insights, 'outcomes' | 'days' | 'scope' | 'span' | 'planned'>): string {
  if (days.length === 0) return insightsText.ahead(scope, formatDayInWords(span.from), planned.length)
  const ends = outcomes.flatMap((outcome) => (lastOf(outcome).planned === 0 ? [] : [{ outcome, ...lastOf(outcome) }]))
  const [furthest] = ends.toSorted((a, b) => a.done / a.planned - b.done / b.planned || b.planned - a.planned)
  if (furthest === undefined) return `No outcome had a goal in ${scopeWords(scope)}.`
  const whole = ends.filter(({ planned: all, done }) => all === done).length
  const rest = whole === ends.length ? '' : `; ${nameOf(furthest.outcome)} has the longest way to go, with ${furthest.done} of ${furthest.planned}`
  if (ends.length === 1) return `${furthest.outcome.outcome === null ? 'Goals of no outcome' : `Outcome ${furthest.outcome.number}`}: ${doneWords({ done: furthest.done, total: furthest.planned, is: are }).toLowerCase()}.`
  return `${whole === 0 ? 'None' : whole} of ${ends.length} outcomes ${whole > 1 ? 'have' : 'has'} all goals done${rest}.`
}

/** `Of 11 goals planned for Q2 7 are done and 2 were carried over, 1 of them not for the first time.` */
export function slipsSentence({ scope, quarters }: Slips): string {
  const [shown, carried] = [shownIn({ scope, quarters }), carriedIn({ scope, quarters })]
  const again = carried.filter(({ slip }) => slip > 1).length
  const slips = again === 0 ? '' : `, ${again} of them not for the first time`
  if (scope === 'year') return carried.length === 0 ? 'No goal was carried over to a later quarter.' : `${plural(carried.length, 'goal was', 'goals were')} carried over to a later quarter${slips}.`
  const [planned, done] = [sum(shown, 'planned'), sum(shown, 'done')]
  if (planned === 0) return `No goal is planned for ${quarterLabel(scope)}.`
  return `Of ${plural(planned, 'goal', 'goals')} planned for ${quarterLabel(scope)}, ${orNone(done)} ${are(done)} done and ${orNone(carried.length)} ${were(carried.length)} carried over${slips}.`
}

/** `3 goals are blocked or stalled, the longest for 52 days; 2 are postponed.` */
export function waitingSentence({ waiting: { held, postponed }, scope, span, today }: Pick<Insights, 'waiting' | 'scope' | 'span' | 'today'>): string {
  const longest = held[0]?.days ?? null
  const age = longest === null ? '' : `, ${held.length === 1 ? 'for' : 'the longest for'} ${insightsText.waiting.days(longest)}${span.to < today ? ` ${insightsText.waiting.whenOver(scope)}` : ''}`
  const first = held.length === 0 ? 'No goal is blocked or stalled' : `${plural(held.length, 'goal is', 'goals are')} blocked or stalled${age}`
  return `${first}${postponed.length === 0 ? '' : `; ${postponed.length} ${are(postponed.length)} postponed`}.`
}

/** `7 of 33 monthly notes are missing; ServiceOps misses the most, 4.` */
export function notesSentence({ due, teams, days, scope, span, planned }: Pick<Insights, 'due' | 'teams' | 'days' | 'scope' | 'span' | 'planned'>): string {
  if (days.length === 0) return insightsText.ahead(scope, formatDayInWords(span.from), planned.length)
  if (due.length === 0) return 'No note was due: no goal was open.'
  const missing = missingIn(due)
  if (missing === 0) return due.length === 1 ? 'The one monthly note that was due is there.' : `All ${due.length} monthly notes that were due are there.`
  if (missing === due.length) return due.length === 1 ? 'The one monthly note that was due is missing.' : `All ${due.length} monthly notes that were due are missing.`
  const [first, second] = teams
  const isAhead = first !== undefined && second !== undefined && missingIn(first.due) > missingIn(second.due)
  const most = isAhead && first.team !== null ? `; ${first.team} misses the most, ${missingIn(first.due)}` : ''
  return `${missing} of ${plural(due.length, 'monthly note', 'monthly notes')} ${are(missing)} missing${most}.`
}

/** `Q3`, or `later quarters` where they went to several. */
export function whereTo(carried: readonly Carried[]): string {
  const [first, ...others] = [...new Set(carried.map(({ to }) => to))]
  return first === undefined || others.length > 0 ? 'later quarters' : isQuarter(first) ? quarterLabel(first) : first
}

function carriedIn(slips: Slips): readonly Carried[] {
  return shownIn(slips).flatMap(({ carried }) => carried)
}

function shownIn({ scope, quarters }: Slips): readonly QuarterSlips[] {
  return quarters.filter(({ quarter }) => scope === 'year' || quarter === scope)
}

function sum(quarters: readonly QuarterSlips[], part: 'planned' | 'done'): number {
  return quarters.reduce((all, quarter) => all + quarter[part].length, 0)
}

function lastOf({ days }: OutcomeBurnUp): { readonly planned: number; readonly done: number } {
  return days.at(-1) ?? { planned: 0, done: 0 }
}

function nameOf({ outcome, number }: OutcomeBurnUp): string {
  return outcome === null ? 'what belongs to no outcome' : `outcome ${number}`
}

/** `5 of 7 goals are done`, `None of 7 goals is done`, `The one goal is not done`. */
function doneWords({ done, total, is }: { readonly done: number; readonly total: number; readonly is: (count: number) => string }): string {
  if (total === 1) return `The one goal ${is(1)} ${done === 1 ? '' : 'not '}done`
  return `${done === 0 ? 'None' : done === total ? 'All' : done}${done === total ? '' : ' of'} ${total} goals ${is(done)} done`
}

function orNone(count: number): string {
  return count === 0 ? 'none' : String(count)
}

function are(count: number): string {
  return count < 2 ? 'is' : 'are'
}

function were(count: number): string {
  return count < 2 ? 'was' : 'were'
}
