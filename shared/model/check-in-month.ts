import { addDays, addMonths, isMonth, type Day, type Month } from './date.ts'
import { isQuarter, quarters, type Quarter } from './year.ts'

/** A month of the plan's year in which notes are due, as its quarters have three each; it begins on the day on which the year does. */
export interface CheckInMonth {
  /** The calendar month it begins in, and by which it is called. */
  readonly month: Month
  readonly quarter: Quarter
  readonly from: Day
  readonly to: Day
}

/** The quarters in which a goal stands, from the first to the last. */
export interface QuarterRange {
  readonly first: Quarter
  readonly last: Quarter
}

/**
 * The twelve of the fiscal year that begins on a given day. Each is counted from the year's first day, as the
 * quarters are, so that a year from 31 August doesn't drift to the 30th.
 */
export function checkInMonths(startsOn: Day): readonly CheckInMonth[] {
  if (lastYear?.startsOn === startsOn) return lastYear.months
  const firsts = Array.from({ length: 13 }, (_, index) => addMonths({ day: startsOn, months: index }))
  const months = firsts.slice(0, 12).map((from, index): CheckInMonth => ({ month: from.slice(0, 7), quarter: quarterOfIndex(index), from, to: addDays({ day: firsts[index + 1] ?? from, days: -1 }) }))
  lastYear = { startsOn, months }
  return months
}

// one plan is looked at at a time, and every goal asks for its months
let lastYear: { readonly startsOn: Day; readonly months: readonly CheckInMonth[] } | undefined

/** The three of a quarter, or those from its first to its last quarter for a goal that spans several. */
export function checkInMonthsIn({ startsOn, first, last }: QuarterRange & { readonly startsOn: Day }): readonly CheckInMonth[] {
  return checkInMonths(startsOn).slice(3 * (first - 1), 3 * last)
}

/** The one a day lies in; null outside of the year. */
export function checkInMonthAt({ startsOn, day }: { readonly startsOn: Day; readonly day: Day }): CheckInMonth | null {
  return checkInMonths(startsOn).find(({ from, to }) => from <= day && day <= to) ?? null
}

/** The one that is called so; null where the year has none. */
export function checkInMonthNamed({ startsOn, month }: { readonly startsOn: Day; readonly month: string | null }): CheckInMonth | null {
  return checkInMonths(startsOn).find((each) => each.month === month) ?? null
}

/** The one people check in for on a day: that of the day, the first while the year has not begun, the last once it is over. */
export function suggestedMonth({ startsOn, today }: { readonly startsOn: Day; readonly today: Day }): CheckInMonth {
  const months = checkInMonths(startsOn)
  const found = months.findLast(({ from }) => from <= today) ?? months[0]
  if (found === undefined) throw new Error('a year has twelve months')
  return found
}

/** The month of a quarter people check in for on a day: the last that has begun, else its first. */
export function monthToShow({ startsOn, quarter, today }: { readonly startsOn: Day; readonly quarter: Quarter; readonly today: Day }): Month | null {
  const months = checkInMonthsIn({ startsOn, first: quarter, last: quarter })
  return (months.findLast(({ from }) => from <= today) ?? months[0])?.month ?? null
}

/**
 * The month a note speaks of, where it stands about something planned for these quarters. A month is the one of
 * that name, a day the one it lies in; what is written after the last has ended, late, still tells of the last.
 * Null for a note without a date, and for one of before.
 */
export function monthOfNote({ startsOn, date, first, last }: QuarterRange & { readonly startsOn: Day; readonly date: Day | Month }): Month | null {
  if (date === '') return null
  const months = checkInMonthsIn({ startsOn, first, last })
  const name: string | null = isMonth(date) ? date : null
  return months.findLast(({ month, from }) => (name === null ? from <= date : month <= name))?.month ?? null
}

/** The date a note of a check-in has: today while that is in the month, else the month. */
export function dateInMonth({ month: { month, from, to }, today }: { readonly month: CheckInMonth; readonly today: Day }): Day | Month {
  return from <= today && today <= to ? today : month
}

function quarterOfIndex(index: number): Quarter {
  const quarter = Math.floor(index / 3) + 1
  return isQuarter(quarter) ? quarter : quarters[3]
}
