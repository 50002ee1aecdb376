import { isDay, type Day } from '../../../shared/model/date.ts'

/** Days on which fiscal years begin most often; the year of the programs this planner was made for begins in July. */
export const usualStarts = ['01-01', '04-01', '07-01', '10-01'] as const
export type UsualStart = (typeof usualStarts)[number]

/**
 * The first day of the year that contains today, given the day and month on which years begin.
 * @param monthDay `07-01`; 29 February is taken as the 28th where a year has none
 */
export function yearStartFor({ today, monthDay }: { readonly today: Day; readonly monthDay: string }): Day {
  const year = Number(today.slice(0, 4))
  const inThisYear = dayIn(year, monthDay)
  return inThisYear <= today ? inThisYear : dayIn(year - 1, monthDay)
}

/** What is offered for a new plan: the year of today, beginning as the plan last opened does, or in July. */
export function likelyYearStart({ today, last }: { readonly today: Day; readonly last: Day | null }): Day {
  return yearStartFor({ today, monthDay: last === null ? '07-01' : last.slice(5) })
}

/** The usual start that a day is, or null for any other day. */
export function usualStartOf(day: Day): UsualStart | null {
  return usualStarts.find((start) => day.slice(5) === start) ?? null
}

function dayIn(year: number, monthDay: string): Day {
  const written = String(year).padStart(4, '0')
  const day = `${written}-${monthDay}`
  return isDay(day) ? day : `${written}-02-28`
}
