import { isBookkeeping, type RecordId } from '../model/ids.ts'
import { isSameValue } from './canonical.ts'
import type { Change, Edit } from './change.ts'
import { isConflictChange } from './conflict-records.ts'
import { changesOf, recordIn, type ChangeSet } from './fold.ts'
import { cellsOf, winnerOf, type Cell } from './folded-record.ts'
import { isKnown } from './knows.ts'
import { replicaOf } from './stamp.ts'
import type { MergeAgain } from './taken-out.ts'

/** Whether a stamp of what was written in the merge has been given to something else since: a window was opened again. */
export function isGivenAgain(merge: MergeAgain): boolean {
  const { set } = merge
  const own = new Set(writtenIn(merge).map(({ at }) => at))
  const mayBe = [...own].some((stamp) => isKnown({ knows: set.knows, stamp }))
  return mayBe && [...changesOf(set)].some(({ at }) => own.has(at))
}

/** Whether people here have typed something since that would stand below what was written in the merge. */
export function isOvertaken(merge: MergeAgain): boolean {
  return ownOf(merge).some(({ at, on, set }) => Object.keys(set).some((field) => typedSince(merge, on, field).some((cell) => cell.at <= at)))
}

/** What was written in the merge, of each field the latest: one that is done again often brings all that it ever brought. */
export function ownOf(merge: MergeAgain): readonly Change[] {
  const seen = new Set<string>()
  const isFirst = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined
  return writtenIn(merge)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .flatMap((change) => {
      const latest = Object.entries(change.set).filter(([field]) => isFirst(`${change.on} ${field}`))
      return latest.length === 0 ? [] : [{ ...change, set: Object.fromEntries(latest) }]
    })
    .toReversed()
}

function writtenIn({ out, replica }: MergeAgain): readonly Change[] {
  return out.again.filter((change) => replicaOf(change.at) === replica && !isConflictChange(change))
}

/** What people here have written into a field since the merge was taken out, under whichever stamp. */
function typedSince({ set, out, replica }: MergeAgain, on: RecordId, field: string): readonly Cell[] {
  const then = cellsIn(out.left, on, field)
  return cellsIn(set, on, field).filter((cell) => replicaOf(cell.at) === replica && !then.some((old) => old.at === cell.at && isSameValue(old.value, cell.value)))
}

function cellsIn(set: ChangeSet, on: RecordId, field: string): readonly Cell[] {
  const record = recordIn(set, on)
  return record === undefined ? [] : [...cellsOf(record)].filter((cell) => cell.field === field)
}

/** What of a choice made in the merge still holds: what was typed over it since stays, and so does what others wrote later. */
export function standing({ merge, among, change: { at, on, set: fields } }: { readonly merge: MergeAgain; readonly among: ChangeSet; readonly change: Change }): readonly Edit[] {
  const record = recordIn(among, on)
  if (isBookkeeping(on)) return [{ on, set: fields }]
  const left = Object.entries(fields).filter(([field]) => (winnerOf(record, field)?.at ?? '') < at)
  return untyped(merge, { on, set: Object.fromEntries(left) })
}

/** What of an edit nobody here has typed over since the merge was taken out. */
export function untyped(merge: MergeAgain, { on, set }: Edit): readonly Edit[] {
  const left = Object.entries(set).filter(([field]) => typedSince(merge, on, field).length === 0)
  return left.length === 0 ? [] : [{ on, set: Object.fromEntries(left) }]
}
