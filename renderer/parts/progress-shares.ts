import type { Status } from '../../shared/model/status.ts'
import type { ProgressShare } from '../ui/ProgressBar.tsx'
import { statusColor } from './status-color.ts'

/** From finished to held up; what isn't begun leaves the bar empty. */
const order = ['done', 'partiallyDone', 'inProgress', 'blocked', 'stalled'] as const satisfies readonly Status[]

/** The shares of a progress bar, from how many goals have each status. */
export function progressShares(counts: Readonly<Record<Status, number>>): readonly ProgressShare[] {
  return order.map((status) => ({ id: status, value: counts[status], color: statusColor(status) }))
}
