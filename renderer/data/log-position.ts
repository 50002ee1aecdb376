import type { ChangeSet } from '../../shared/changes/fold.ts'
import { nameOfRow, type CommitRow } from './commit-row.ts'
import type { Checkpoint, LoadedPlan } from './read-plan.ts'

/**
 * How far into the log a window has come. `set` is folded from the log alone, never from what the screen shows,
 * so that an edit that is still on its way, or that failed, can't get into a checkpoint.
 */
export interface LogPosition {
  /** The load it began with. */
  readonly start: LoadedPlan
  /** The last commit this window knows, with all before it. */
  readonly seen: number
  /** The name of its row: under that number stands another where the log was written anew. */
  readonly last: string
  /** The checkpoint that this window knows to be in the database, or to have been there. */
  readonly kept: Checkpoint | null
  /** The commits after that, up to `seen`. */
  readonly tail: readonly CommitRow[]
  /** The log folded up to commit `foldedUpTo`; the rest waits until a checkpoint is made. */
  readonly set: ChangeSet
  readonly foldedUpTo: number
}

export function startPosition(start: LoadedPlan): LogPosition {
  const { set, seen, last, kept, tail } = start
  return { start, seen, last, kept, tail, set, foldedUpTo: seen }
}

/** Goes on by rows read from the log; those seen before count once. The rows must begin no later than after `seen`. */
export function advance(position: LogPosition, rows: readonly CommitRow[]): { readonly position: LogPosition; readonly fresh: readonly CommitRow[] } {
  const fresh = rows.filter((row) => row.seq > position.seen)
  const last = fresh.at(-1)
  return last === undefined ? { position, fresh } : { position: { ...position, seen: last.seq, last: nameOfRow(last), tail: [...position.tail, ...fresh] }, fresh }
}

/** The position after a checkpoint was made from it, or, when it wasn't written, after the fold for it. */
export function settle({ position, folded, isWritten }: { readonly position: LogPosition; readonly folded: Checkpoint; readonly isWritten: boolean }): LogPosition {
  const settled = { ...position, set: folded.set, foldedUpTo: folded.upTo }
  return isWritten ? { ...settled, kept: folded, tail: position.tail.filter((row) => row.seq > folded.upTo) } : settled
}
