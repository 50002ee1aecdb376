import type { OutcomeBurnUp } from '../../shared/insights/burn-up.ts'
import type { Insights } from '../../shared/insights/insights.ts'
import { missingIn } from '../../shared/insights/missing-notes.ts'
import type { Carried, QuarterSlips } from '../../shared/insights/slips.ts'
import { totalOf } from '../../shared/insights/status-counts.ts'
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
  const done = `${counts.done} of ${plural(total, 'goal', 'goals')} ${isOver ? were(counts.done) : are(counts.done)} done by ${isOver ? '' : 'today, '}${formatDayInWords(day)}`
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
  if (ends.length === 1) return `${furthest.done} of ${plural(furthest.planned, 'goal', 'goals')} of ${nameOf(furthest.outcome)} ${are(furthest.done)} done.`
  return `${whole === 0 ? 'None' : whole} of ${ends.length} outcomes ${whole > 1 ? 'have' : 'has'} all goals done${rest}.`
}

/** `Of 11 goals planned for Q2 7 are done and 2 were carried over, 1 of them not for the first time.` */
export function slipsSentence({ scope, quarters }: Slips): string {
  const [shown, carried] = [shownIn({ scope, quarters }), carriedIn({ scope, quarters })]
  const again = carried.filter(({ slip }) => slip > 1).length
  const slips = again === 0 ? '' : `, ${again} of them not for the first time`
  if (scope === 'year') return carried.length === 0 ? 'No goal was carried over to a later quarter.' : `${plural(carried.length, 'goal was', 'goals were')} carried over to a later quarter${slips}.`
  const [planned, done] = [sum(shown, 'planned'), sum(shown, 'done')]
  return `Of ${plural(planned, 'goal', 'goals')} planned for ${quarterLabel(scope)}, ${done} ${are(done)} done and ${carried.length === 0 ? 'none' : carried.length} ${were(carried.length)} carried over${slips}.`
}

/** `3 goals are blocked or stalled, the longest for 52 days; 2 are postponed.` */
export function waitingSentence({ waiting: { held, postponed } }: Pick<Insights, 'waiting'>): string {
  const longest = held[0]?.days ?? null
  const age = longest === null ? '' : `, ${held.length === 1 ? 'for' : 'the longest for'} ${plural(longest, 'day', 'days')}`
  const first = held.length === 0 ? 'No goal is blocked or stalled' : `${plural(held.length, 'goal is', 'goals are')} blocked or stalled${age}`
  return `${first}${postponed.length === 0 ? '' : `; ${postponed.length} ${are(postponed.length)} postponed`}.`
}

/** `7 of 33 monthly notes are missing, most of them from ServiceOps: 4.` */
export function notesSentence({ due, teams, days, scope, span, planned }: Pick<Insights, 'due' | 'teams' | 'days' | 'scope' | 'span' | 'planned'>): string {
  if (days.length === 0) return insightsText.ahead(scope, formatDayInWords(span.from), planned.length)
  if (due.length === 0) return 'No note was due: no goal was open.'
  const missing = missingIn(due)
  if (missing === 0) return due.length === 1 ? 'The one note that was due is there.' : `All ${due.length} notes that were due are there.`
  const [first] = teams
  const most = teams.length < 2 || first === undefined ? '' : `, most of them from ${first.team ?? 'goals of no team'}: ${missingIn(first.due)}`
  return `${missing} of ${plural(due.length, 'monthly note', 'monthly notes')} ${are(missing)} missing${most}.`
}

/** `Q3`, or `later quarters` where they went to several. */
export function whereTo(carried: readonly Carried[]): string {
  const [first, ...others] = [...new Set(carried.map(({ to }) => to))]
  return first === undefined || others.length > 0 ? 'later quarters' : quarterLabel(first)
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

function are(count: number): string {
  return count === 1 ? 'is' : 'are'
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were'
}
