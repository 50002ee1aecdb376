import { scaleLinear, type ScaleLinear } from 'd3-scale'
import type { Day } from '../../../shared/model/date.ts'
import type { ScopeSpan } from '../../../shared/insights/scope-days.ts'
import { daysSince } from '../../../shared/model/days-since.ts'

/** How many days a span has, both ends counted. */
export function lengthOf({ from, to }: ScopeSpan): number {
  return daysSince({ date: from, today: to }) + 1
}

/** From days, counted from the first, to pixels: a day has the room between its place and the next. */
export function dayScale(span: ScopeSpan, [left, right]: readonly [number, number]): ScaleLinear<number, number> {
  return scaleLinear([0, lengthOf(span)], [left, right])
}

/** The months that begin within a span, and the index of the day on which each does. */
export function monthMarks(span: ScopeSpan): readonly { readonly month: string; readonly day: number }[] {
  const marks: { readonly month: string; readonly day: number }[] = []
  for (let month = span.from.slice(0, 7); month <= span.to.slice(0, 7); month = nextMonth(month)) {
    const first: Day = `${month}-01`
    marks.push({ month, day: first < span.from ? 0 : daysSince({ date: span.from, today: first }) })
  }
  return marks
}

/** A few whole numbers of goals, the highest at most what is there. */
export function countMarks(scale: ScaleLinear<number, number>, wanted: number): readonly number[] {
  return scale.ticks(wanted).filter((count) => Number.isInteger(count) && count > 0)
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}
