import { isObject } from '../../shared/file/json-value.ts'
import { statuses } from '../../shared/model/status.ts'
import { isQuarter } from '../../shared/model/year.ts'
import type { SnapshotHead } from '../../shared/snapshot/snapshot-head.ts'
import { isCount } from './raw-value.ts'

/** Reads what a list says of a snapshot, believing nothing. */
export function readHead(row: unknown): SnapshotHead | null {
  if (!isObject(row)) return null
  const { digest, scope, at, by, byStatus } = row
  if (typeof digest !== 'string' || typeof at !== 'string' || !isObject(by) || !isObject(byStatus)) return null
  const { replica, name } = by
  if (typeof replica !== 'string' || typeof name !== 'string' || !(scope === 'year' || isQuarter(scope))) return null
  const counts = statuses.map((status) => [status, byStatus[status]] as const)
  if (!counts.every(([, count]) => isCount(count))) return null
  return { digest, scope, at, by: { replica, name }, byStatus: Object.fromEntries(counts) as SnapshotHead['byStatus'] } // a count a status, as just seen
}
