import { checkInMonthsIn } from '../model/check-in-month.ts'
import type { Day, Month } from '../model/date.ts'
import type { GoalId, OutputId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import { yearStartOf, type PlanView } from '../plan/plan-view.ts'
import { checkInOf } from './check-in.ts'

/** A month that is over in which nobody has written about a goal that was open. */
export interface MissingCheckIn {
  readonly goal: GoalId
  readonly output: OutputId | null
  readonly month: Month
}

/** What is missing of a quarter's months that are over: by month, and in the plan's order. A goal that is done owes nothing after the month in which it was. */
export function missingCheckIns({ view, quarter, today }: { readonly view: PlanView; readonly quarter: Quarter; readonly today: Day }): readonly MissingCheckIn[] {
  const months = checkInMonthsIn({ startsOn: yearStartOf(view), first: quarter, last: quarter })
  return months
    .filter(({ to }) => to < today)
    .flatMap((month) => checkInOf({ view, month }).goals.flatMap(({ goal, output, hasNote }) => (hasNote ? [] : [{ goal, output, month: month.month }])))
}
