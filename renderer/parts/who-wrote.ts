import type { Stamp } from '../../shared/changes/stamp.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { sourceOf } from '../../shared/plan/stamp-source.ts'
import { computerName } from './computer-name.ts'
import { formatFullDate, formatMoment } from '../text/dates.ts'
import { exchangeText } from '../text/exchange.ts'
import { recordText } from '../text/records.ts'

/** `SRE laptop, Dec 6, 2018, 16:30`; for what a page says `goals page, Dec 6, 2018`. */
export function whoWrote(view: PlanView, at: Stamp): string {
  const source = sourceOf(at)
  // the year is always said: the page may be older than the plan's year
  if (source.kind === 'page') return exchangeText.who(recordText.page, formatFullDate(source.day))
  return exchangeText.who(computerName(view, source.replica), formatMoment(source.ms))
}
