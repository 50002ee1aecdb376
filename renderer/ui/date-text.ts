export type DatePrecision = 'day' | 'month' | 'either'

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/**
 * Takes what was typed for a date, `2018-10-2`, `2018-10` or with points and strokes instead of hyphens;
 * returns it as `2018-10-02` or `2018-10`, or `null` where it is no date of that precision or no day of that month.
 */
export function readDate(options: { readonly text: string; readonly precision: DatePrecision }): string | null {
  const match = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(options.text.trim())
  if (match === null) return null
  const [, yearText = '', monthText = '', dayText] = match
  const [year, month] = [Number(yearText), Number(monthText)]
  const length = lengths[month - 1]
  if (length === undefined) return null
  const written = `${yearText}-${monthText.padStart(2, '0')}`
  if (dayText === undefined) return options.precision === 'day' ? null : written
  const day = Number(dayText)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (options.precision === 'month' || day < 1 || day > (month === 2 && isLeap ? 29 : length)) return null
  return `${written}-${dayText.padStart(2, '0')}`
}
