import { isDay, isMonth } from '../model/date.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A day or a month as goals pages write it, `October 2, 2018` or `July 2018`; empty for what is neither. */
export function dateText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const name = months[Number(month) - 1] ?? ''
  if (isMonth(date)) return `${name} ${year}`
  return isDay(date) ? `${name} ${Number(day)}, ${year}` : ''
}
