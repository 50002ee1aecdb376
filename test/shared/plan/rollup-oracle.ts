import type { Fields } from '../../../shared/changes/change.ts'

/** Records as plain objects by id: what the plan would be if nothing were ever kept from before. */
export type Records = Readonly<Record<string, Fields>>

export interface Tally {
  readonly goals: number
  readonly byStatus: Readonly<Record<string, number>>
  readonly progress: number | null
}

/** The roll-up by its definition, goal by goal from the bottom: slow, and sharing nothing with the product. */
export function tallyOf(records: Records, of: string): Tally {
  const goals = Object.keys(records).filter((id) => id.startsWith('goal:') && isAlive(records, id) && !(above(records, id) ?? '').startsWith('goal:') && (of === 'root' || lineOf(records, id).includes(of)))
  const weighing = goals.filter((id) => statusOf(records, id) !== 'postponed')
  const byStatus = Object.fromEntries([...Map.groupBy(goals, (id) => statusOf(records, id))].map(([status, list]) => [status, list.length]))
  const sum = weighing.reduce((total, id) => total + progressOf(records, id), 0)
  return { goals: goals.length, byStatus, progress: weighing.length === 0 ? null : sum / weighing.length }
}

function progressOf(records: Records, id: string): number {
  const status = statusOf(records, id)
  if (status === 'done') return 1
  const parts = Object.keys(records).filter((other) => above(records, other) === id && isAlive(records, other) && statusOf(records, other) !== 'postponed')
  if (parts.length === 0) return status === 'partiallyDone' ? 0.5 : 0
  return parts.reduce((total, part) => total + progressOf(records, part), 0) / parts.length
}

function statusOf(records: Records, id: string): string {
  const status = records[id]?.['status']
  return typeof status === 'string' ? status : 'todo'
}

/** The first that a record states to stand below and that is there. */
function above(records: Records, id: string): string | null {
  const record = records[id] ?? {}
  const stated = [record['parent'], record['output'], record['outcome'], record['program']]
  return stated.find((each): each is string => typeof each === 'string' && each in records) ?? null
}

function lineOf(records: Records, id: string): readonly string[] {
  const up = above(records, id)
  return up === null ? [id] : [id, ...lineOf(records, up)]
}

function isAlive(records: Records, id: string): boolean {
  return lineOf(records, id).every((each) => records[each]?.['deleted'] !== true)
}
