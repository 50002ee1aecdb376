import { msOf, replicaOf, type Stamp } from '../../../shared/changes/stamp.ts'
import { idOf } from '../../../shared/model/ids.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { pageDayOf } from '../../../shared/wiki/page-stamp.ts'
import { formatFullDate, formatMoment } from '../../text/dates.ts'
import { exchangeText } from '../../text/exchange.ts'

/** What people call a computer, else the beginning of its id. */
export function computerName(view: PlanView, replica: string): string {
  const name = recordOf(view, idOf('replica', replica))?.name ?? ''
  return name === '' ? exchangeText.unnamed(replica) : name
}

/** `SRE laptop, Dec 6, 2018, 16:30`; for what a page says `goals page, Dec 6, 2018`. */
export function whoWrote(view: PlanView, at: Stamp): string {
  const day = pageDayOf(at)
  // the year is always said: the page may be older than the plan's year
  if (day !== null) return exchangeText.who(exchangeText.page, formatFullDate(day))
  return exchangeText.who(computerName(view, replicaOf(at)), formatMoment(msOf(at)))
}
