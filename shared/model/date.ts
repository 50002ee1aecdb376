import { Temporal } from 'temporal-polyfill'

/** A calendar date without a time zone, `2018-10-02`. */
export type Day = string
/** A calendar month, `2018-07`, where only the month is known. */
export type Month = string

const dayPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const monthPattern = /^[0-9]{4}-(0[1-9]|1[0-2])$/

/** A day that exists in the calendar, years 1 to 9999: 31 February is none. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !dayPattern.test(value) || !isMonth(value.slice(0, 7))) return false
  const day = value.slice(8)
  if (day >= '01' && day <= '28') return true // every month has these, and asking the calendar ten thousand times takes long
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' })
    return true
  } catch {
    return false // the polyfill has no way to ask other than to try
  }
}

export function isMonth(value: unknown): value is Month {
  return typeof value === 'string' && monthPattern.test(value) && !value.startsWith('0000')
}

export function isDayOrMonth(value: unknown): value is Day | Month {
  return isMonth(value) || isDay(value)
}

/** The last day a date can mean: the day itself, or the last of the month. */
export function lastDayOf(date: Day | Month): Day {
  if (!isMonth(date)) return date
  const month = Temporal.PlainYearMonth.from(date)
  return month.toPlainDate({ day: month.daysInMonth }).toString()
}

/** The same day `months` later (negative: earlier); the last day of a shorter month where it has no such day. */
export function addMonths({ day, months }: { readonly day: Day; readonly months: number }): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** The day before or after. */
export function addDays({ day, days }: { readonly day: Day; readonly days: number }): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}
