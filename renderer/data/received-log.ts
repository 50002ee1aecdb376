import { isObject } from '../../shared/file/json-value.ts'
import { commitRowsInSteps, commitsOfRows } from './commit-row.ts'
import type { RunSteps } from './in-pauses.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { Received, Stored } from './storage.ts'

/** The action under which stands in the log what a share brought. */
export const receivedAction = 'shareReceived'

/** What shares brought since a moment, the oldest first; only the end of the log is read for it. */
export async function readReceived({ database, run, since }: { readonly database: PlanDatabase; readonly run: RunSteps; readonly since: number }): Promise<Stored<readonly Received[]>> {
  const isOld = (row: unknown): boolean => isObject(row) && typeof row['at'] === 'number' && row['at'] <= since
  const raw = await database.run(() => database.commits.where('action').equals(receivedAction).reverse().until(isOld).toArray())
  if (!raw.ok) return raw
  const rows = await run(commitRowsInSteps(raw.value.toReversed()))
  return rows.ok ? { ok: true, value: commitsOfRows(rows.value).map(({ at, changes }) => ({ at, changes })) } : rows
}
