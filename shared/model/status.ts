/** The seven statuses in the order of the board's columns and of the keys 1 to 7. */
export const statuses = ['todo', 'inProgress', 'partiallyDone', 'blocked', 'stalled', 'done', 'postponed'] as const
export type Status = (typeof statuses)[number]

/** What a roll-up makes of a status: postponed is closed too, but may carry over. */
export type StatusCategory = 'open' | 'active' | 'held' | 'closed'

const categories: Readonly<Record<Status, StatusCategory>> = {
  todo: 'open',
  inProgress: 'active',
  partiallyDone: 'active',
  blocked: 'held',
  stalled: 'held',
  done: 'closed',
  postponed: 'closed',
}

/** A count of goals for each status, none so far. */
export function noGoals(): Record<Status, number> {
  return { todo: 0, inProgress: 0, partiallyDone: 0, blocked: 0, stalled: 0, done: 0, postponed: 0 }
}

export function isStatus(value: unknown): value is Status {
  return statuses.includes(value as Status) // `includes` wants a Status; any other value is simply not found
}

export function categoryOf(status: Status): StatusCategory {
  return categories[status]
}

/** Blocked, Stalled and Postponed ask why, and for whom or what the goal waits; the question never blocks the move. */
export function asksForReason(status: Status): boolean {
  return status === 'postponed' || categories[status] === 'held'
}
