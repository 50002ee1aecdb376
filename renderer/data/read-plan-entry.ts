import { isDay } from '../../shared/model/date.ts'
import { hasKind, isRecordId } from '../../shared/model/ids.ts'
import type { PlanEntry } from '../../shared/model/plan-entry.ts'
import { isObject } from '../../shared/file/json-value.ts'
import { isCount } from './raw-value.ts'

/**
 * Reads a row of the list of plans; null where it doesn't even say which plan it means. The rest only repeats what
 * the plan itself says, so what can't be read is left empty: the plan can still be opened, which mends its row.
 */
export function readPlanEntry(row: unknown): PlanEntry | null {
  const id: unknown = isObject(row) ? row['id'] : null
  if (!isObject(row) || !isRecordId(id) || !hasKind(id, 'plan')) return null
  const count = (value: unknown): number => (isCount(value) ? value : 0)
  // a year that nothing says is not told as one: see `isUnread`
  const isRead = isDay(row['startsOn'])
  return {
    id,
    title: typeof row['title'] === 'string' ? row['title'] : '',
    startsOn: isDay(row['startsOn']) ? row['startsOn'] : '2000-01-01',
    isSample: row['isSample'] === true,
    goals: count(row['goals']),
    openedAt: isRead ? count(row['openedAt']) : 0,
    changedAt: isRead ? count(row['changedAt']) : 0,
  }
}

/** The most recently opened first, then by id. */
export function compareEntries(a: PlanEntry, b: PlanEntry): number {
  if (a.openedAt !== b.openedAt) return b.openedAt - a.openedAt
  return a.id < b.id ? -1 : 1
}
