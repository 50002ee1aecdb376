import { valuesOf } from '../changes/sharded-map.ts'
import type { Calendar } from '../history/moment.ts'
import type { Day } from '../model/date.ts'
import { hasKind } from '../model/ids.ts'
import { quarters, spanOf, type Quarter } from '../model/year.ts'
import { yearStartOf, type PlanView } from '../plan/plan-view.ts'
import { plannedFor } from './planned-for.ts'

/** The end of the day on which a quarter began: what was planned by then is what it set out with. */
export interface QuarterStart {
  readonly day: Day
  /** Milliseconds since 1970, the last of that day. */
  readonly at: number
}

/**
 * When a quarter began: with its first day, or with the day on which the first goal was planned for it, where that
 * is later, since a plan that was made in the middle of a quarter has added nothing to it. Null while it lies ahead,
 * and where nothing was ever planned.
 */
function quarterStartOf({ view, quarter, calendar }: { readonly view: PlanView; readonly quarter: Quarter; readonly calendar: Calendar }): QuarterStart | null {
  const { from } = spanOf({ startsOn: yearStartOf(view), quarter })
  if (calendar.today < from) return null
  const at = calendar.endOf(from)
  let first = Number.POSITIVE_INFINITY
  for (const record of valuesOf(view.set.records)) {
    if (!hasKind(record.id, 'goal')) continue
    first = Math.min(first, plannedFor(record, quarter) ?? first)
    if (first <= at) return { day: from, at }
  }
  if (first === Number.POSITIVE_INFINITY) return null
  const day = calendar.dayOf(first)
  return { day, at: calendar.endOf(day) }
}

/** The start of each quarter that has begun. */
export function quarterStarts({ view, calendar }: { readonly view: PlanView; readonly calendar: Calendar }): ReadonlyMap<Quarter, QuarterStart> {
  return new Map(
    quarters.flatMap((quarter) => {
      const start = quarterStartOf({ view, quarter, calendar })
      return start === null ? [] : [[quarter, start] as const]
    }),
  )
}
