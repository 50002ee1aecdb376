import { isDay, isMonth, type Day, type Month } from '../model/date.ts'

/** The months, the first of the year first. */
export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

/** A date written out, `October 2, 2018`; a month is `July 2018`. What is no date is shown as it stands. */
export function longDate(date: Day | Month): string {
  if (isMonth(date)) return `${nameOf(date)} ${yearOf(date)}`
  return isDay(date) ? `${nameOf(date)} ${dayOf(date)}, ${yearOf(date)}` : date
}

/** A date in few letters, `Oct 2`; of a month its name, `Jul`. */
export function shortDate(date: Day | Month): string {
  if (!isMonth(date) && !isDay(date)) return date
  const name = nameOf(date).slice(0, 3)
  return isMonth(date) ? name : `${name} ${dayOf(date)}`
}

/** The month of a day, `November 2018`. */
export function monthOf(day: Day): string {
  return longDate(day.slice(0, 7))
}

/** From one day to another, the year once where both have it: `October 1 to December 31, 2018`. */
export function dateSpan(from: Day, to: Day): string {
  const first = yearOf(from) === yearOf(to) ? `${nameOf(from)} ${dayOf(from)}` : longDate(from)
  return `${first} to ${longDate(to)}`
}

function nameOf(date: Day | Month): string {
  return monthNames[Number(date.slice(5, 7)) - 1] ?? ''
}

function dayOf(day: Day): number {
  return Number(day.slice(8))
}

/** Without the zeros that a year before 1000 begins with. */
function yearOf(date: Day | Month): number {
  return Number(date.slice(0, 4))
}
