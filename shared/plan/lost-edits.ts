import { canonicalJson } from '../changes/canonical.ts'
import { formatCellName, parseCellName } from '../changes/cell-name.ts'
import { recordIn } from '../changes/fold.ts'
import { cellsOf, type Cell } from '../changes/folded-record.ts'
import { valuesOf } from '../changes/sharded-map.ts'
import type { Stamp } from '../changes/stamp.ts'
import type { ConflictRecord } from '../model/conflict.ts'
import { hasKind, type RecordId } from '../model/ids.ts'
import type { PlanView } from './plan-view.ts'
import { readAny } from './read-record.ts'

/** Edits of a record that lost in a merge, by `lostKey`, each with the stamp of the one that won. */
export type LostEdits = ReadonlyMap<string, Stamp>

/**
 * The edits that lost to one made without knowing of them, whether anybody has looked at the conflict or not, and
 * whatever was written since: that they did is part of a record's history for good.
 */
export function lostEdits(view: PlanView, records: ReadonlySet<RecordId>): LostEdits {
  const lost = new Map<string, Stamp>()
  for (const folded of valuesOf(view.set.records)) {
    if (!hasKind(folded.id, 'conflict')) continue
    const { record, earlier, later, below } = readAny(folded) as ConflictRecord // its id says conflict
    if (record === null || !records.has(record)) continue
    const [name, won] = [parseCellName(earlier), parseCellName(later)]
    // who deleted a record did not overwrite what others wrote in it
    if (name === null || won === null || name.field !== won.field || below !== null) continue
    const isTwin = earlier === later
    const cells = [...cellsOf(recordIn(view.set, record) ?? { id: record, winners: [], losers: [] })].filter(({ at, field }) => at === name.at && field === name.field)
    const last = isTwin ? latestOf(cells) : undefined
    for (const cell of cells) if (cell !== last) lost.set(lostKey(record, cell), won.at)
  }
  return lost
}

export function lostKey(on: RecordId, { at, field, value }: Cell): string {
  return `${on} ${formatCellName({ at, field })} ${canonicalJson(value)}`
}

/** Of several values under one stamp (a copied profile) the greater text counts. */
function latestOf(cells: readonly Cell[]): Cell | undefined {
  return cells.toSorted((a, b) => (canonicalJson(a.value) < canonicalJson(b.value) ? -1 : 1)).at(-1)
}
