import type { Edit } from '../changes/change.ts'
import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { hasKind, isBookkeeping } from '../model/ids.ts'
import { valuesOf } from '../changes/sharded-map.ts'

/** How many goals, notes and other parts of a plan. */
export interface RestoredKinds {
  readonly goal: number
  readonly note: number
  readonly other: number
}

/** What restoring does, as a person is asked about it. */
export interface RestoreCounts {
  /** Made since, and deleted. */
  readonly goes: RestoredKinds
  /** Deleted since, or lost, and there again. */
  readonly back: RestoredKinds
  /** There before and after, and changed. */
  readonly changed: RestoredKinds
}

/** Counts the records that `restoreInSteps` changes, by what happens to each. */
export function restoreCounts({ now, past, edits }: { readonly now: ChangeSet; readonly past: ChangeSet; readonly edits: readonly Edit[] }): RestoreCounts {
  const lost = [...valuesOf(past.records)].filter(({ id }) => recordIn(now, id) === undefined && !isBookkeeping(id)).map(({ id }) => id)
  const touched = [...new Set([...edits.map(({ on }) => on), ...lost])]
  const isThere = (set: ChangeSet, on: Edit['on']): boolean => recordIn(set, on) !== undefined && winnerOf(recordIn(set, on), 'deleted')?.value !== true
  const count = (before: boolean, after: boolean): RestoredKinds => {
    const ids = touched.filter((on) => isThere(now, on) === before && isThere(past, on) === after)
    const [goal, note] = (['goal', 'note'] as const).map((kind) => ids.filter((id) => hasKind(id, kind)).length)
    return { goal: goal ?? 0, note: note ?? 0, other: ids.length - (goal ?? 0) - (note ?? 0) }
  }
  return { goes: count(true, false), back: count(false, true), changed: count(true, true) }
}
