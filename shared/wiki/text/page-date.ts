import { isDay } from '../../model/date.ts'
import { monthNames } from '../../words/months.ts'
import type { PageDate } from '../page/goals-page.ts'

const months = monthNames.map((name) => name.toLowerCase())
const patterns = [
  /^(?<month>[a-z]{3,9})\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)? ?, ?(?<year>[0-9]{4})(?![0-9])/i,
  /^(?<day>[0-9]{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\.?,? (?<year>[0-9]{4})(?![0-9])/i,
  /^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})(?![0-9])/,
  /^(?<month>[a-z]{3,9})\.?,? (?<year>[0-9]{4})(?![0-9])/i,
]

/**
 * The date a text begins with: `August 10, 2018`, `February 5,2019`, `5 Feb 2019`, `2019-02-05`, or a month,
 * `July 2018`. Null when it begins with none, or with one that isn't in the calendar.
 * @param text with single plain spaces
 */
export function dateAtStart(text: string): { readonly date: PageDate; readonly rest: string } | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match?.groups === undefined) continue
    const date = dateOf(match.groups)
    if (date !== null) return { date, rest: text.slice(match[0].length).trim() }
  }
  return null
}

function dateOf({ year, month, day }: Readonly<Record<string, string | undefined>>): PageDate | null {
  const number = monthNumber(month ?? '')
  if (number === null || year === '0000') return null
  const value = `${year}-${String(number).padStart(2, '0')}`
  if (day === undefined) return { value, precision: 'month' }
  const full = `${value}-${day.padStart(2, '0')}`
  return isDay(full) ? { value: full, precision: 'day' } : null
}

function monthNumber(text: string): number | null {
  if (/^[0-9]+$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null
  const name = text.toLowerCase()
  const index = months.findIndex((month) => month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september'))
  return index < 0 ? null : index + 1
}
