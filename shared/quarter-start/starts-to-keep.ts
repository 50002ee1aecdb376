import { valuesOf } from '../changes/sharded-map.ts'
import type { Calendar } from '../history/moment.ts'
import { stampsOf } from '../history/record-stamps.ts'
import type { Quarter } from '../model/year.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { isPageStamp } from '../wiki/page/page-stamp.ts'
import { writtenAt } from './planned-for.ts'
import type { QuarterStart } from './quarter-start.ts'

export interface StartToKeep {
  readonly quarter: Quarter
  readonly start: QuarterStart
}

/**
 * The quarters of whose start no snapshot was kept yet: the day is over, and people worked on the plan by then.
 * A plan that was read from the page of a year gone by was not there when its quarters began.
 */
export function startsToKeep({ view, starts, calendar, kept }: { readonly view: PlanView; readonly starts: ReadonlyMap<Quarter, QuarterStart>; readonly calendar: Pick<Calendar, 'today'>; readonly kept: ReadonlySet<Quarter> }): readonly StartToKeep[] {
  const over = [...starts].flatMap(([quarter, start]) => (start.day < calendar.today && !kept.has(quarter) ? [{ quarter, start }] : []))
  if (over.length === 0) return []
  const first = firstEdit(view)
  return over.filter(({ start }) => first <= start.at)
}

/** When somebody first wrote to the plan, in milliseconds since 1970. */
function firstEdit(view: PlanView): number {
  let first = Number.POSITIVE_INFINITY
  for (const record of valuesOf(view.set.records)) {
    const stamp = stampsOf(record).find((each) => !isPageStamp(each))
    if (stamp !== undefined) first = Math.min(first, writtenAt(stamp))
  }
  return first
}
