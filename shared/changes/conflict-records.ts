import { derivedKey } from '../model/derived-key.ts'
import { hasKind, idOf, type ConflictId } from '../model/ids.ts'
import { canonicalJson } from './canonical.ts'
import { formatCellName } from './cell-name.ts'
import type { Change, Edit } from './change.ts'
import type { Conflict } from './conflict.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { winnerOf, type Cell } from './folded-record.ts'

/**
 * The id of a conflict follows from its two edits, so whoever finds the same pair, on whichever side and however
 * often, writes the same record: there is one for each pair, on every computer.
 */
export function conflictIdOf({ on, mine, theirs, below }: Conflict): ConflictId {
  const [earlier, later] = inOrder(mine, theirs)
  // under equal stamps (a copied profile) the values tell the two apart
  const values = mine.at === theirs.at ? [canonicalJson(earlier.value), canonicalJson(later.value)] : []
  return idOf('conflict', derivedKey(['conflict', on, formatCellName(earlier), formatCellName(later), ...values, ...(below === undefined ? [] : [below])]))
}

/**
 * The changes that keep conflicts until a person has looked at them. They bear the stamp of the later edit, with which
 * the conflict came to be: so two computers that take in each other's files hold the same, byte for byte.
 * @param set after the merge: a conflict that came with the file, as somebody else found it, is not written again
 */
export function conflictChanges({ set, conflicts }: { readonly set: ChangeSet; readonly conflicts: readonly Conflict[] }): readonly Change[] {
  return conflicts.flatMap((conflict): readonly Change[] => {
    const on = conflictIdOf(conflict)
    // a mark may be all that is left, where the merge was taken back that found the conflict
    if (winnerOf(recordIn(set, on), 'record') !== undefined) return []
    const [earlier, later] = inOrder(conflict.mine, conflict.theirs)
    return [{ at: later.at, on, set: { record: conflict.on, earlier: formatCellName(earlier), later: formatCellName(later), ...(conflict.below === undefined ? {} : { below: conflict.below }) } }]
  })
}

/** The edits that say of conflicts that a person has decided them; none where somebody has said so. */
export function reviewMarks({ set, reviewed }: { readonly set: ChangeSet; readonly reviewed: Iterable<ConflictId> }): readonly Edit[] {
  return [...reviewed].filter((on) => winnerOf(recordIn(set, on), 'reviewed')?.value !== true).map((on) => ({ on, set: { reviewed: true } }))
}

/** Whether a change keeps a conflict: made of the conflict itself, and by nobody, whose stamp it ever bears. */
export function isConflictChange({ on, set }: Pick<Change, 'on' | 'set'>): boolean {
  return hasKind(on, 'conflict') && Object.hasOwn(set, 'record')
}

/** By stamp; under equal ones, as the fold decides, by canonical JSON. */
function inOrder(a: Cell, b: Cell): readonly [Cell, Cell] {
  const isBefore = a.at === b.at ? canonicalJson(a.value) < canonicalJson(b.value) : a.at < b.at
  return isBefore ? [a, b] : [b, a]
}
