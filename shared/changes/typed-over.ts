import { isSameValue } from './canonical.ts'
import type { Change, Fields } from './change.ts'
import type { Conflict } from './conflict.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { winnerOf } from './folded-record.ts'
import { replicaOf } from './stamp.ts'

export interface TypedOver {
  /** The plan before the edit. */
  readonly before: ChangeSet
  /** The edit, stamped. */
  readonly changes: readonly Change[]
  /** What stood in the fields when the person began to type there. */
  readonly began: Fields
  readonly replica: string
}

/**
 * The conflicts of an edit with what somebody else wrote into the same fields while it was being typed. By stamps the edit knows of
 * theirs, as it is made later; the person did not.
 */
export function typedOver({ before, changes, began, replica }: TypedOver): readonly Conflict[] {
  return changes.flatMap(({ at, on, set }) =>
    Object.entries(set).flatMap(([field, value]): readonly Conflict[] => {
      const theirs = winnerOf(recordIn(before, on), field)
      if (theirs === undefined || !Object.hasOwn(began, field) || replicaOf(theirs.at) === replica) return []
      const isSeen = isSameValue(theirs.value, began[field] ?? null)
      return isSeen || isSameValue(theirs.value, value) ? [] : [{ on, field, mine: { at, field, value }, theirs }]
    }),
  )
}
