import { isRecordId } from '../model/ids.ts'
import { parseCellName } from './cell-name.ts'
import { conflictIdOf } from './conflict-records.ts'
import { recordIn, type ChangeSet } from './fold.ts'
import { cellsOf, winnerOf, type Cell, type FoldedRecord } from './folded-record.ts'

/** Whether both edits of a conflict are there. */
export function areEditsIn(set: ChangeSet, conflict: FoldedRecord): boolean {
  const about = winnerOf(conflict, 'record')?.value
  const edited = isRecordId(about) ? recordIn(set, about) : undefined
  const [earlier, later] = [winnerOf(conflict, 'earlier')?.value, winnerOf(conflict, 'later')?.value]
  if (edited === undefined) return false
  if (earlier !== later) return cellsNamed(edited, earlier).length > 0 && cellsNamed(edited, later).length > 0
  // under one stamp, as a copied profile writes it, both have one name, and only their values tell which two they are
  const under = cellsNamed(edited, earlier)
  return under.some((mine) => under.some((theirs) => mine !== theirs && conflictIdOf({ on: edited.id, field: mine.field, mine, theirs }) === conflict.id))
}

/** The edits that a record of a conflict means by a name. */
function cellsNamed(edited: FoldedRecord, name: unknown): readonly Cell[] {
  const cell = typeof name === 'string' ? parseCellName(name) : null
  return [...cellsOf(edited)].filter(({ at, field }) => at === cell?.at && field === cell.field)
}
