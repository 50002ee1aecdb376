import { isRecordId } from '../model/ids.ts'
import { cellsNamed } from './cells-named.ts'
import { conflictIdOf } from './conflict-records.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { winnerOf, type FoldedRecord } from './folded-record.ts'

/** Whether both edits of a conflict are there. */
export function areEditsIn(set: ChangeSet, conflict: FoldedRecord): boolean {
  const about = winnerOf(conflict, 'record')?.value
  const edited = isRecordId(about) ? recordIn(set, about) : undefined
  const [earlier, later] = [winnerOf(conflict, 'earlier')?.value, winnerOf(conflict, 'later')?.value]
  if (edited === undefined || typeof earlier !== 'string' || typeof later !== 'string') return false
  const worked = winnerOf(conflict, 'below')?.value
  const below = isRecordId(worked) ? recordIn(set, worked) : undefined
  // work below what was deleted is in a record of its own
  const isIn = (name: string): boolean => [edited, below].some((record) => record !== undefined && cellsNamed(record, name).length > 0)
  if (earlier !== later) return isIn(earlier) && isIn(later)
  // under one stamp, as a copied profile writes it, both have one name, and only their values tell which two they are
  const under = cellsNamed(edited, earlier)
  return under.some((mine) => under.some((theirs) => mine !== theirs && conflictIdOf({ on: edited.id, field: mine.field, mine, theirs }) === conflict.id))
}
