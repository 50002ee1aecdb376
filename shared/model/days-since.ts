import { Temporal } from 'temporal-polyfill'
import { isMonth, type Day, type Month } from './date.ts'

/** How many days lie between a date and a day; of a month its first day counts. Negative where the date is later. */
export function daysSince({ date, today }: { readonly date: Day | Month; readonly today: Day }): number {
  const from = Temporal.PlainDate.from(isMonth(date) ? `${date}-01` : date)
  return Temporal.PlainDate.from(today).since(from, { largestUnit: 'day' }).days
}
