import type { Calendar } from '../../shared/history/moment.ts'
import type { Day } from '../../shared/model/date.ts'

/** Days as this computer's time zone has them. */
export function localCalendar(today: Day): Calendar {
  return { today, dayOf: localDayOf, endOf }
}

export function localDayOf(ms: number): Day {
  const date = new Date(ms)
  return [String(date.getFullYear()).padStart(4, '0'), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-')
}

/** The millisecond before the next day begins, which a change of the clocks may make come early or late. */
function endOf(day: Day): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const next = new Date(0)
  next.setFullYear(year, month - 1, date + 1)
  next.setHours(0, 0, 0, 0)
  return next.getTime() - 1
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
