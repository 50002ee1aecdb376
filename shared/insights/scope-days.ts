import { addDays, type Day, type Month } from '../model/date.ts'
import { quartersOf, spanOf, type Quarter } from '../model/year.ts'

/** What insights are about: a quarter or the year. */
export type InsightScope = Quarter | 'year'

/** The first and the last day of a quarter or of the year. */
export interface ScopeSpan {
  readonly from: Day
  readonly to: Day
}

export function spanOfScope({ startsOn, scope }: { readonly startsOn: Day; readonly scope: InsightScope }): ScopeSpan {
  if (scope !== 'year') return spanOf({ startsOn, quarter: scope })
  const [first, , , last] = quartersOf(startsOn)
  return { from: first.from, to: last.to }
}

/** The days of a span up to today, in their order; none where it lies ahead. */
export function daysUpTo({ from, to }: ScopeSpan, today: Day): readonly Day[] {
  const last = to < today ? to : today
  const days: Day[] = []
  for (let day = from; day <= last; day = addDays({ day, days: 1 })) days.push(day)
  return days
}

/** A month in which notes are due, of one quarter. */
export interface ScopeMonth {
  readonly month: Month
  readonly quarter: Quarter
}

/** The months of a quarter, or of the year, that have begun. */
export function monthsUpTo({ startsOn, scope, today }: { readonly startsOn: Day; readonly scope: InsightScope; readonly today: Day }): readonly ScopeMonth[] {
  const spans = scope === 'year' ? quartersOf(startsOn) : [spanOf({ startsOn, quarter: scope })]
  return spans.flatMap(({ quarter, from, months }) => (from > today ? [] : months.filter((month) => month <= today.slice(0, 7)).map((month) => ({ month, quarter }))))
}
