import type { Quarter } from '../../shared/model/year.ts'
import type { QuarterStart } from '../../shared/quarter-start/quarter-start.ts'
import type { SnapshotHead } from '../../shared/snapshot/snapshot-head.ts'

/** Whether a snapshot is the one that each computer keeps by itself of a quarter as it set out: it is dated so. */
export function isOfStart({ scope, at }: Pick<SnapshotHead, 'scope' | 'at'>, starts: ReadonlyMap<Quarter, QuarterStart>): boolean {
  return scope !== 'year' && starts.get(scope)?.at === Date.parse(at)
}
