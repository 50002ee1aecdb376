import { addDays, addMonths, isDay, type Day, type Month } from './date.ts'

export const quarters = [1, 2, 3, 4] as const
export type Quarter = (typeof quarters)[number]

/** A quarter of a fiscal year: first and last day, and the months in which notes are due. */
export interface QuarterSpan {
  readonly quarter: Quarter
  readonly from: Day
  readonly to: Day
  readonly months: readonly [Month, Month, Month]
}

type Year = readonly [QuarterSpan, QuarterSpan, QuarterSpan, QuarterSpan]

export function isQuarter(value: unknown): value is Quarter {
  return value === 1 || value === 2 || value === 3 || value === 4
}

/** A day on which a fiscal year may begin: one whose last day still has a year of four digits. */
export function isYearStart(value: unknown): value is Day {
  return isDay(value) && value <= '9999-01-01'
}

/**
 * The four quarters of the fiscal year that begins on a given day. Each boundary is counted from the
 * year's first day, not from the quarter before, so a year from 31 August doesn't drift to the 30th.
 */
export function quartersOf(startsOn: Day): Year {
  if (lastYear?.startsOn === startsOn) return lastYear.spans
  const spans: Year = [makeSpan(startsOn, 1), makeSpan(startsOn, 2), makeSpan(startsOn, 3), makeSpan(startsOn, 4)]
  lastYear = { startsOn, spans }
  return spans
}

export function spanOf({ startsOn, quarter }: { readonly startsOn: Day; readonly quarter: Quarter }): QuarterSpan {
  const [first, second, third, fourth] = quartersOf(startsOn)
  return quarter === 1 ? first : quarter === 2 ? second : quarter === 3 ? third : fourth
}

/** The first and the last day of a fiscal year. */
export function yearSpan(startsOn: Day): { readonly from: Day; readonly to: Day } {
  const [first, , , last] = quartersOf(startsOn)
  return { from: first.from, to: last.to }
}

// one plan is looked at at a time, and every card asks for its quarter
let lastYear: { readonly startsOn: Day; readonly spans: Year } | undefined

function makeSpan(startsOn: Day, quarter: Quarter): QuarterSpan {
  const first = (quarter - 1) * 3
  const monthAt = (offset: number): Month => addMonths({ day: startsOn, months: first + offset }).slice(0, 7)
  return {
    quarter,
    from: addMonths({ day: startsOn, months: first }),
    to: addDays({ day: addMonths({ day: startsOn, months: first + 3 }), days: -1 }),
    months: [monthAt(0), monthAt(1), monthAt(2)],
  }
}

/** The quarter a day falls in, or null when it lies outside the fiscal year. */
export function quarterAt({ startsOn, day }: { readonly startsOn: Day; readonly day: Day }): Quarter | null {
  return quartersOf(startsOn).find((span) => span.from <= day && day <= span.to)?.quarter ?? null
}

/** `FY18/19` as the goals pages write it, or `2019` for a fiscal year that is the calendar year. */
export function yearLabel(startsOn: Day): string {
  const year = Number(startsOn.slice(0, 4))
  if (startsOn.slice(5) === '01-01') return String(year)
  const twoDigits = (full: number): string => String(full % 100).padStart(2, '0')
  return `FY${twoDigits(year)}/${twoDigits(year + 1)}`
}
