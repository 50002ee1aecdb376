import fc from 'fast-check'

/** How many days a month has, by the Gregorian rule; 0 for a month that doesn't exist. Knows nothing of Temporal. */
export function daysInMonth({ year, month }: { readonly year: number; readonly month: number }): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** The day after, by counting. */
export function dayAfter(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (day < daysInMonth({ year, month })) return dateText({ year, month, day: day + 1 })
  return month < 12 ? dateText({ year, month: month + 1, day: 1 }) : dateText({ year: year + 1, month: 1, day: 1 })
}

/** Days of years in which plans are made, month ends and leap days as likely as any other. */
export const anyDay: fc.Arbitrary<string> = fc
  .record({ year: fc.integer({ min: 1995, max: 2105 }), month: fc.integer({ min: 1, max: 12 }), day: fc.constantFrom(1, 2, 15, 27, 28, 29, 30, 31) })
  .map(({ year, month, day }) => dateText({ year, month, day: Math.min(day, daysInMonth({ year, month })) }))

function dateText({ year, month, day }: { readonly year: number; readonly month: number; readonly day: number }): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
