import { isDay, isMonth } from '../model/date.ts'
import { monthNames } from '../words/months.ts'

/**
 * A day or a month as goals pages write it, `October 2, 2018` or `July 2018`; empty for what is neither. The year has
 * four digits, also an early one, since by these a date is known when it is read.
 */
export function dateText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = monthNames[Number(month) - 1] ?? ''
  if (isMonth(date)) return `${name} ${year}`
  return isDay(date) ? `${name} ${Number(day)}, ${year}` : ''
}
