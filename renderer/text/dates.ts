import { isDay, isMonth, type Day, type Month } from '../../shared/model/date.ts'
import { quarterAt, spanOf, type Quarter } from '../../shared/model/year.ts'

// one locale, so that a screenshot, a test and a colleague's screen say the same
const locale = 'en-US'
const calendar = { timeZone: 'UTC' } as const
const monthOnly = new Intl.DateTimeFormat(locale, { ...calendar, month: 'short' })
const monthName = new Intl.DateTimeFormat(locale, { ...calendar, month: 'long' })
const monthAndYear = new Intl.DateTimeFormat(locale, { ...calendar, month: 'short', year: 'numeric' })
const dayAndMonth = new Intl.DateTimeFormat(locale, { ...calendar, month: 'short', day: 'numeric' })
const fullDate = new Intl.DateTimeFormat(locale, { ...calendar, month: 'short', day: 'numeric', year: 'numeric' })
const weekDate = new Intl.DateTimeFormat(locale, { ...calendar, weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' })
const longMonth = new Intl.DateTimeFormat(locale, { ...calendar, month: 'long', year: 'numeric' })
const dayInWords = new Intl.DateTimeFormat(locale, { ...calendar, month: 'long', day: 'numeric' })
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const momentDate = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', year: 'numeric' })

/**
 * A date of the plan in few letters: `Oct 2`, with the year only where the fiscal year doesn't say it
 * (`Jul 4, 2019`); a month is `Jul 2018`. What is no date is shown as it stands.
 * @param startsOn first day of the fiscal year
 */
export function formatDate({ date, startsOn }: { readonly date: Day | Month; readonly startsOn: Day }): string {
  if (isMonth(date)) return monthAndYear.format(utc(`${date}-01`))
  if (!isDay(date)) return date
  return (quarterAt({ startsOn, day: date }) === null ? fullDate : dayAndMonth).format(utc(date))
}

/** A day for a sentence, `December 31`; the year is told by what it is about. */
export function formatDayInWords(day: Day): string {
  return dayInWords.format(utc(day))
}

/** A month in a label of few letters, `Nov`. */
export function formatShortMonth(month: Month): string {
  return monthOnly.format(utc(`${month}-01`))
}

/** A date with its year wherever it lies: `Jul 1, 2018`, `Jul 2018`. */
export function formatFullDate(date: Day | Month): string {
  if (isMonth(date)) return monthAndYear.format(utc(`${date}-01`))
  return isDay(date) ? fullDate.format(utc(date)) : date
}

/** The date written out, for a tooltip or a screen reader: `Tuesday, October 2, 2018`, `July 2018`. */
export function formatLongDate(date: Day | Month): string {
  if (isMonth(date)) return longMonth.format(utc(`${date}-01`))
  return isDay(date) ? weekDate.format(utc(date)) : date
}

/** The moment of an edit by this computer's clock: `Dec 6, 2018, 16:42`. `ms` counts from 1970. */
export function formatMoment(ms: number): string {
  const date = new Date(ms)
  // a stamp may lie further ahead than a Date can say
  return Number.isNaN(date.getTime()) ? '' : `${momentDate.format(date)}, ${clock.format(date)}`
}

/** The time of day of a moment by this computer's clock: `16:42`. */
export function formatClock(ms: number): string {
  return clock.format(new Date(ms))
}

/** A month in few letters, `Nov 2018`. */
export function formatMonth(month: Month): string {
  return monthAndYear.format(utc(`${month}-01`))
}

/** The month of a date by its name, `November`, with the year only where the fiscal year doesn't say it. */
export function formatMonthOf({ date, startsOn }: { readonly date: Day; readonly startsOn: Day }): string {
  return (quarterAt({ startsOn, day: date }) === null ? longMonth : monthName).format(utc(date))
}

/** A month by its name alone, `November`, where the year goes without saying. */
export function formatMonthName(month: Month): string {
  return monthName.format(utc(`${month}-01`))
}

/** `Oct–Dec 2018`, or `Dec 2018–Feb 2019`; where quarters begin within a month the days: `Aug 31–Nov 29, 2019`. */
export function quarterMonths({ startsOn, quarter }: { readonly startsOn: Day; readonly quarter: Quarter }): string {
  const { from, to, months: [first, , last] } = spanOf({ startsOn, quarter })
  if (!startsOn.endsWith('-01')) return `${(from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth : fullDate).format(utc(from))}–${fullDate.format(utc(to))}`
  const isOneYear = first.slice(0, 4) === last.slice(0, 4)
  return `${(isOneYear ? monthOnly : monthAndYear).format(utc(`${first}-01`))}–${monthAndYear.format(utc(`${last}-01`))}`
}

export function quarterLabel(quarter: Quarter): string {
  return `Q${quarter}`
}

/** `Q2–Q3`, for what spans several. */
export function quarterSpan(from: Quarter, until: Quarter): string {
  return `${quarterLabel(from)}–${quarterLabel(until)}`
}

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}
