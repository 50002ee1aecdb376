import { statuses, type Status } from '../model/status.ts'

/** The statuses as people say them. */
export const statusLabel: Readonly<Record<Status, string>> = {
  todo: 'To do',
  inProgress: 'In progress',
  partiallyDone: 'Partially done',
  blocked: 'Blocked',
  stalled: 'Stalled',
  done: 'Done',
  postponed: 'Postponed',
}

/** How many goals have each status that occurs: `1 To do`, `2 Done`. */
export function statusCounts(counts: Readonly<Record<Status, number>>): readonly string[] {
  return statuses.filter((status) => counts[status] > 0).map((status) => `${counts[status]} ${statusLabel[status]}`)
}
