import { formatCellName } from '../../changes/cell-name.ts'
import type { Change } from '../../changes/change.ts'
import type { ChangeSet } from '../../changes/fold.ts'
import { cellsOf, winnerOf, type FoldedRecord } from '../../changes/folded-record.ts'
import { isKnown, type Knows } from '../../changes/knows.ts'
import { removeChanges } from '../../changes/remove-changes.ts'
import { msOf } from '../../changes/stamp.ts'
import { isFoldedField } from './folded-fields.ts'
import { namedByConflicts, type NamedCells } from './named-by-conflicts.ts'

export interface Returning {
  /** The plan as it is here. */
  readonly set: ChangeSet
  readonly theirs: ChangeSet
  /** The moment before which history was folded away here; 0 where it never was. */
  readonly before: number
}

/**
 * What somebody else holds without the old history that was folded away here, and would come back with it. What it knows
 * stays. So folding lasts, a merge that is taken back has brought none of it, and none of it tells that somebody else
 * writes under this computer's name.
 */
export function withoutReturned({ set, theirs, before }: Returning): ChangeSet {
  const returned = returnedHistory({ set, theirs, before })
  return returned.length === 0 ? theirs : { ...removeChanges(theirs, returned).set, knows: theirs.knows }
}

function returnedHistory({ set, theirs, before }: Returning): readonly Change[] {
  const returned: Change[] = []
  if (before === 0) return returned
  const named = namedByConflicts(theirs)
  for (const [index, shard] of theirs.records.shards.entries()) {
    const own = set.records.shards[index]
    if (own === undefined || own === shard) continue
    for (const [id, record] of shard) {
      const mine = own.get(id)
      if (mine === undefined || mine === record) continue
      // one by one: of one field there may be more than a call takes arguments
      for (const change of returnedTo({ mine, theirs: record, knows: set.knows, before })) if (!isNamed(named, change)) returned.push(change)
    }
  }
  return returned
}

function isNamed(named: NamedCells, { at, on, set: fields }: Change): boolean {
  return Object.keys(fields).some((field) => named.get(on)?.has(formatCellName({ at, field })) === true)
}

/** Words and places that were overwritten here, known, older than the day, and aren't there. */
function returnedTo({ mine, theirs, knows, before }: { readonly mine: FoldedRecord; readonly theirs: FoldedRecord; readonly knows: Knows; readonly before: number }): readonly Change[] {
  return [...cellsOf(theirs)].flatMap(({ at, field, value }) => {
    if (msOf(at) >= before || !isFoldedField(mine.id, field) || !isKnown({ knows, stamp: at }) || at >= (winnerOf(mine, field)?.at ?? '')) return []
    // another value under one stamp, as a copied profile writes it, is news
    return mine.losers.some((own) => own.at === at && own.field === field) ? [] : [{ at, on: mine.id, set: { [field]: value } }]
  })
}
