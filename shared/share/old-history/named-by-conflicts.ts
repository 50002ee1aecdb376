import { parseCellName } from '../../changes/cell-name.ts'
import type { ChangeSet } from '../../changes/fold.ts'
import { winnerOf, type FoldedRecord } from '../../changes/folded-record.ts'
import { valuesOf } from '../../changes/sharded-map.ts'
import { hasKind, isRecordId, type RecordId } from '../../model/ids.ts'

/** The names of cells that conflicts are about, by the record these are in. */
export type NamedCells = ReadonlyMap<RecordId, ReadonlySet<string>>

/** The cells named by the conflicts of a set, looked at or not: that one edit lost to the other is told for good, and undo may open a conflict again on any computer. */
export function namedByConflicts(set: ChangeSet): NamedCells {
  const named = new Map<RecordId, Set<string>>()
  for (const record of valuesOf(set.records)) if (hasKind(record.id, 'conflict')) nameCells(named, record)
  return named
}

/** Adds what one conflict names. */
export function nameCells(named: Map<RecordId, Set<string>>, conflict: FoldedRecord): void {
  // where one was worked on below the other, each name is of a cell in one of the two
  for (const about of ['record', 'below']) {
    const on = winnerOf(conflict, about)?.value
    if (isRecordId(on)) nameCellsOf(named, on, conflict)
  }
}

function nameCellsOf(named: Map<RecordId, Set<string>>, on: RecordId, conflict: FoldedRecord): void {
  const names = named.get(on) ?? new Set<string>()
  named.set(on, names)
  for (const field of ['earlier', 'later']) {
    const name = winnerOf(conflict, field)?.value
    if (typeof name === 'string' && parseCellName(name) !== null) names.add(name)
  }
}
