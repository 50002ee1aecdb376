import { conflictIdOf } from '../changes/conflict-records.ts'
import { parseCellName } from '../changes/cell-name.ts'
import { recordIn, type ChangeSet } from '../changes/fold.ts'
import { cellsOf, winnerOf, type Cell, type FoldedRecord } from '../changes/folded-record.ts'
import { renameRecords, type NewIds } from '../changes/rename-records.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import { hasKind, isRecordId, keyOf, kindOf, type MakeId, type RecordId } from '../model/ids.ts'

/** A plan under new ids throughout, and what each record was called before. */
export interface CopiedPlan {
  readonly set: ChangeSet
  readonly ids: NewIds
}

/**
 * A copy of a plan that is a plan of its own: no file of the one can be merged into the other, whoever holds them.
 * Computers keep their ids, which stamps refer to; stamps and history stay, so that one still sees who wrote what.
 */
export function copyPlan({ set, makeId }: { readonly set: ChangeSet; readonly makeId: MakeId }): CopiedPlan {
  const old = [...valuesOf(set.records)].map(({ id }) => id).filter((id) => !hasKind(id, 'replica') && !hasKind(id, 'conflict'))
  // in the same order as the old ones, since an id decides where nothing else does: between equal order keys, for one
  const keys = old.map(() => keyOf(makeId('goal'))).toSorted()
  const ids = new Map(old.toSorted().map((id, index): readonly [RecordId, RecordId] => [id, `${kindOf(id)}:${keys[index] ?? ''}`]))
  const copied = renameRecords(set, ids)
  const conflicts = new Map<RecordId, RecordId>()
  const taken = new Set<RecordId>()
  for (const record of valuesOf(copied.records)) {
    if (!hasKind(record.id, 'conflict')) continue
    // whoever finds the same pair of edits in the copy has to find the same record for it
    const derived = derivedId(copied, record)
    const id = derived === null || taken.has(derived) ? makeId('conflict') : derived
    taken.add(id)
    conflicts.set(record.id, id)
  }
  return { set: renameRecords(copied, conflicts), ids: new Map([...ids, ...conflicts]) }
}

/** The id that follows from the two edits of a conflict; null where they aren't there. */
function derivedId(set: ChangeSet, conflict: FoldedRecord): RecordId | null {
  const on = winnerOf(conflict, 'record')?.value
  const record = isRecordId(on) ? recordIn(set, on) : undefined
  const worked = winnerOf(conflict, 'below')?.value
  const below = isRecordId(worked) ? recordIn(set, worked) : undefined
  if (record === undefined) return null
  const earlier = cellNamed(record, winnerOf(conflict, 'earlier')?.value, 'first') ?? cellNamed(below, winnerOf(conflict, 'earlier')?.value, 'first')
  const later = cellNamed(record, winnerOf(conflict, 'later')?.value, 'last') ?? cellNamed(below, winnerOf(conflict, 'later')?.value, 'last')
  return earlier === undefined || later === undefined ? null : conflictIdOf({ on: record.id, field: later.field, mine: earlier, theirs: later, below: below?.id })
}

/** Under one stamp, as a copied profile writes it, two cells may have one name: then the lesser is the earlier. */
function cellNamed(record: FoldedRecord | undefined, name: unknown, which: 'first' | 'last'): Cell | undefined {
  if (record === undefined) return undefined
  const cell = typeof name === 'string' ? parseCellName(name) : null
  const named = [...cellsOf(record)].filter(({ at, field }) => at === cell?.at && field === cell.field)
  // winners come first, and of equal stamps the greater wins
  return which === 'first' ? named.at(-1) : named[0]
}
