import { msOf, type Stamp } from '../changes/stamp.ts'
import type { Day } from '../model/date.ts'
import { isPageStamp } from '../wiki/page/page-stamp.ts'
import type { Calendar } from './moment.ts'

/** The day on which somebody wrote something; null for what only a page says, which is of no day. */
export function dayOfStamp(stamp: Stamp | undefined, { dayOf }: Pick<Calendar, 'dayOf'>): Day | null {
  return stamp === undefined || isPageStamp(stamp) ? null : dayOf(msOf(stamp))
}
