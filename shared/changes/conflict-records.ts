import { derivedKey } from '../model/derived-key.ts'
import { idOf, type ConflictId } from '../model/ids.ts'
import { canonicalJson } from './canonical.ts'
import { formatCellName } from './cell-name.ts'
import type { Edit } from './change.ts'
import type { Conflict } from './conflict.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { winnerOf, type Cell } from './folded-record.ts'

/**
 * The id of a conflict follows from its two edits, so whoever finds the same pair, on whichever side and however
 * often, writes the same record: there is one for each pair, on every computer.
 */
export function conflictIdOf({ on, mine, theirs }: Conflict): ConflictId {
  const [earlier, later] = inOrder(mine, theirs)
  // under equal stamps (a copied profile) the values tell the two apart
  const values = mine.at === theirs.at ? [canonicalJson(earlier.value), canonicalJson(later.value)] : []
  return idOf('conflict', derivedKey(['conflict', on, formatCellName(earlier), formatCellName(later), ...values]))
}

/**
 * The edits that keep conflicts until a person has looked at them.
 * @param set after the merge: a conflict that came with the file, as somebody else found it, is not written again
 * @param reviewed the ids of those that a person has decided already
 */
export function conflictEdits({ set, conflicts, reviewed }: { readonly set: ChangeSet; readonly conflicts: readonly Conflict[]; readonly reviewed: ReadonlySet<ConflictId> }): readonly Edit[] {
  return conflicts.flatMap((conflict): readonly Edit[] => {
    const on = conflictIdOf(conflict)
    const present = recordIn(set, on)
    const isReviewed = winnerOf(present, 'reviewed')?.value === true
    const mark = reviewed.has(on) && !isReviewed ? { reviewed: true } : {}
    // a mark may be all that is left, where the merge was taken back that found the conflict
    if (winnerOf(present, 'record') !== undefined) return Object.keys(mark).length === 0 ? [] : [{ on, set: mark }]
    const [earlier, later] = inOrder(conflict.mine, conflict.theirs)
    return [{ on, set: { record: conflict.on, earlier: formatCellName(earlier), later: formatCellName(later), ...mark } }]
  })
}

/** By stamp; under equal ones, as the fold decides, by canonical JSON. */
function inOrder(a: Cell, b: Cell): readonly [Cell, Cell] {
  const isBefore = a.at === b.at ? canonicalJson(a.value) < canonicalJson(b.value) : a.at < b.at
  return isBefore ? [a, b] : [b, a]
}
