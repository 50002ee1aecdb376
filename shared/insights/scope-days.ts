import { checkInMonths, type CheckInMonth } from '../model/check-in-month.ts'
import { addDays, type Day } from '../model/date.ts'
import { spanOf, yearSpan, type Quarter } from '../model/year.ts'

/** What insights are about: a quarter or the year. */
export type InsightScope = Quarter | 'year'

/** The first and the last day of a quarter or of the year. */
export interface ScopeSpan {
  readonly from: Day
  readonly to: Day
}

export function spanOfScope({ startsOn, scope }: { readonly startsOn: Day; readonly scope: InsightScope }): ScopeSpan {
  return scope === 'year' ? yearSpan(startsOn) : spanOf({ startsOn, quarter: scope })
}

/** The days of a span up to today, in their order; none where it lies ahead. */
export function daysUpTo({ from, to }: ScopeSpan, today: Day): readonly Day[] {
  const last = to < today ? to : today
  const days: Day[] = []
  for (let day = from; day <= last; day = addDays({ day, days: 1 })) days.push(day)
  return days
}

/** The check-in months of a quarter, or of the year, that have begun. */
export function monthsUpTo({ startsOn, scope, today }: { readonly startsOn: Day; readonly scope: InsightScope; readonly today: Day }): readonly CheckInMonth[] {
  return checkInMonths(startsOn).filter(({ quarter, from }) => (scope === 'year' || quarter === scope) && from <= today)
}
