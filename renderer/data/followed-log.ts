import { changesOf } from '../../shared/changes/fold.ts'
import { commitsOfRows, nameOfRow, type CommitRow } from './commit-row.ts'
import { createDelivery, type CommitsListener } from './delivery.ts'
import { advance, settle, startPosition, type LogPosition } from './log-position.ts'
import type { Checkpoint, LoadedPlan } from './read-plan.ts'
import type { Commit } from './storage.ts'

/** The log of a plan as one window follows it: how far it has come, and what others wrote on the way, which it hands on. */
export interface FollowedLog {
  /** Null until there is something to go on from. */
  readonly position: () => LogPosition | null
  /** Begins with what was loaded; nothing of that is handed on. */
  readonly begin: (plan: LoadedPlan) => void
  /** Rows that this window writes are not handed on to it. */
  readonly expectOurs: (rows: readonly Pick<CommitRow, 'group'>[]) => void
  /** Goes on by rows of the log; they must begin no later than after the last one known. */
  readonly take: (rows: readonly CommitRow[]) => void
  /** Goes on from a log that was mended; where it is numbered anew all of it is handed on, known or not. */
  readonly goOnFrom: (plan: LoadedPlan) => void
  /** Goes on from a checkpoint, unless the log was begun with again since. */
  readonly settle: (made: { readonly start: LoadedPlan; readonly folded: Checkpoint; readonly isWritten: boolean }) => void
  readonly subscribe: (listener: CommitsListener) => () => void
  readonly isAwaited: () => boolean
}

export function createFollowedLog({ now }: { readonly now: () => number }): FollowedLog {
  const delivery = createDelivery()
  const ours = new Set<string>()
  let position: LogPosition | null = null

  return {
    position: () => position,
    begin: (plan) => {
      position = startPosition(plan)
      delivery.forget()
    },
    expectOurs: (rows) => {
      for (const { group } of rows) ours.add(group)
    },
    take: (rows) => {
      if (position === null) return
      const advanced = advance(position, rows)
      position = advanced.position
      delivery.deliver(commitsOfRows(advanced.fresh.filter((row) => !ours.has(row.group))))
      for (const { group } of advanced.fresh) ours.delete(group)
    },
    goOnFrom: (plan) => {
      const { seen, last } = position ?? { seen: 0, last: '' }
      const isAsBefore = seen === 0 || plan.tail.some((row) => row.seq === seen && nameOfRow(row) === last)
      const all: Commit = { changes: [...changesOf(plan.set)], action: 'planMended', at: now() }
      position = startPosition(plan)
      delivery.deliver(isAsBefore ? commitsOfRows(plan.tail.filter((row) => row.seq > seen && !ours.has(row.group))) : [all, ...commitsOfRows(plan.tail)])
    },
    settle: ({ start, folded, isWritten }) => {
      if (position?.start === start) position = settle({ position, folded, isWritten })
    },
    subscribe: delivery.subscribe,
    isAwaited: delivery.isAwaited,
  }
}
