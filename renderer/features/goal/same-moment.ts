import { msOf, replicaOf, writerOf } from '../../../shared/changes/stamp.ts'
import { isPageWriter } from '../../../shared/changes/writer.ts'
import type { HistoryEntry } from '../../../shared/plan/history.ts'
import { formatMoment } from '../../text/dates.ts'

/** Whether two entries would have the same words at their head; the second then does without. */
export function isSameMoment(a: HistoryEntry, b: HistoryEntry): boolean {
  const [from, to] = [writerOf(a.at), writerOf(b.at)]
  if (isPageWriter(from) || isPageWriter(to)) return from === to
  return replicaOf(a.at) === replicaOf(b.at) && formatMoment(msOf(a.at)) === formatMoment(msOf(b.at))
}
