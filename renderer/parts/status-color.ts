import type { Status } from '../../shared/model/status.ts'

const tokens: Readonly<Record<Status, string>> = {
  todo: 'var(--status-todo)',
  inProgress: 'var(--status-in-progress)',
  partiallyDone: 'var(--status-partially-done)',
  blocked: 'var(--status-blocked)',
  stalled: 'var(--status-stalled)',
  done: 'var(--status-done)',
  postponed: 'var(--status-postponed)',
}

/** The colour of a status as a CSS value, for bars; a word stands beside it. */
export function statusColor(status: Status): string {
  return tokens[status]
}
