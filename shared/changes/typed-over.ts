import { isSameValue } from './canonical.ts'
import type { Change, Edit } from './change.ts'
import { conflictChanges } from './conflict-records.ts'
import type { Conflict } from './conflict.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { winnerOf } from './folded-record.ts'
import { replicaOf } from './stamp.ts'

interface TypedOver {
  readonly before: ChangeSet
  /** With what was just written. */
  readonly after: ChangeSet
  /** What the fields said when a person began to type in them; other fields of an edit were written as they stood. */
  readonly begun: readonly Edit[]
  /** Of this computer. */
  readonly replica: string
}

/**
 * The changes that keep as conflicts what others wrote into a field while a person was typing in it: the computer had
 * it by then, but the person wrote over a text that they had not seen.
 */
export function typedOver({ before, after, begun, replica }: TypedOver): readonly Change[] {
  const conflicts = begun.flatMap(({ on, set }) =>
    Object.entries(set).flatMap(([field, value]): readonly Conflict[] => {
      const [theirs, mine] = [winnerOf(recordIn(before, on), field), winnerOf(recordIn(after, on), field)]
      if (theirs === undefined || mine === undefined || replicaOf(theirs.at) === replica) return []
      const isSeen = theirs.at === mine.at || isSameValue(theirs.value ?? '', value ?? '') || isSameValue(theirs.value, mine.value)
      return isSeen ? [] : [{ on, field, mine, theirs }]
    }),
  )
  return conflictChanges({ set: after, conflicts })
}
