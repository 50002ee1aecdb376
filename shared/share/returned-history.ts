import type { Change } from '../changes/change.ts'
import type { ChangeSet } from '../changes/fold.ts'
import { cellsMissingIn, winnerOf, type FoldedRecord } from '../changes/folded-record.ts'
import { isKnown } from '../changes/knows.ts'
import { msOf } from '../changes/stamp.ts'
import { isFoldedField } from './folded-fields.ts'

export interface Returning {
  /** The plan as it is here. */
  readonly set: ChangeSet
  readonly theirs: ChangeSet
  /** The moment before which history was folded away here; 0 where it never was. */
  readonly before: number
}

/**
 * The old history that comes back with what somebody else holds, since it was folded away only here. It is no news: it
 * isn't what a merge brought, and doesn't go when that is taken back; nor does it tell that somebody else writes under
 * this computer's name.
 */
export function returnedHistory({ set, theirs, before }: Returning): readonly Change[] {
  const returned: Change[] = []
  if (before === 0) return returned
  for (const [index, shard] of theirs.records.shards.entries()) {
    const own = set.records.shards[index]
    if (own === undefined || own === shard) continue
    for (const [id, record] of shard) {
      const mine = own.get(id)
      if (mine === undefined || mine === record) continue
      returned.push(...returnedTo(mine, record).filter(({ at }) => msOf(at) < before && isKnown({ knows: set.knows, stamp: at })))
    }
  }
  return returned
}

/** What was overwritten here, as far as it isn't there. */
function returnedTo(mine: FoldedRecord, theirs: FoldedRecord): readonly Change[] {
  const missing = [...cellsMissingIn(mine.losers, theirs.losers), ...cellsMissingIn(mine.losers, theirs.winners)]
  return missing.flatMap(({ at, field, value }) => (isFoldedField(mine.id, field) && at < (winnerOf(mine, field)?.at ?? '') ? [{ at, on: mine.id, set: { [field]: value } }] : []))
}

/** Up to which moment history was folded away on this computer; 0 where it wasn't. @param exchanges in the order of the log */
export function foldedBefore(exchanges: readonly { readonly kind: string; readonly before?: unknown }[]): number {
  return exchanges.reduce((latest, { kind, before }) => (kind === 'folded' && typeof before === 'number' && before > latest ? before : latest), 0)
}
