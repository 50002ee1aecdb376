import type { SnapshotHead } from '../../../shared/snapshot/snapshot-head.ts'
import { formatMoment } from '../../text/dates.ts'
import { frozenLabel, snapshotText } from '../../text/snapshots.ts'

/** When a snapshot was taken, by this computer's clock; what is no moment is shown as it stands. */
export function takenWhen({ at }: Pick<SnapshotHead, 'at'>): string {
  const moment = formatMoment(Date.parse(at))
  return moment === '' ? at : moment
}

/** `Q2, Dec 6, 2018, 16:42`. */
export function snapshotName(head: Pick<SnapshotHead, 'scope' | 'at'>): string {
  return snapshotText.name(frozenLabel(head.scope), takenWhen(head))
}
