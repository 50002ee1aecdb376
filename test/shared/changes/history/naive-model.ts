import type { Stamp } from '../../../../shared/changes/stamp.ts'
import { recordIn, type ChangeSet } from '../../../../shared/changes/fold.ts'
import type { Cell, FoldedRecord } from '../../../../shared/changes/folded-record.ts'
import { valuesOf } from '../../../../shared/changes/sharded-map.ts'
import type { RecordId } from '../../../../shared/model/ids.ts'
import { stableText } from '../portrait.ts'
import { hasCell, type CellSet } from './cell-set.ts'
import type { Entry, Ledger } from './ledger.ts'

/**
 * Whether a set of changes is what the naive model says of these cells: of each field all cells in a list, the
 * last one counts, the others are its history, and known is the latest stamp of each writer. The same as
 * comparing `portraitOf` with `oraclePortrait`, without writing either.
 */
export function isFoldOf({ set, ledger, cells }: { readonly set: ChangeSet; readonly ledger: Ledger; readonly cells: CellSet }): boolean {
  let records = 0
  for (const [on, fields] of ledger.lists) {
    const seen = [...fields].map(([, list]) => list.filter(({ index }) => hasCell(cells, index))).filter((list) => list.length > 0)
    if (seen.length === 0) continue
    records += 1
    const record = recordIn(set, on as RecordId) // a change's own id
    if (record === undefined || !isRecordOf(record, seen)) return false
  }
  return records === set.records.size && isKnowsOf(set, ledger, cells)
}

function isRecordOf({ winners, losers }: FoldedRecord, lists: readonly (readonly Entry[])[]): boolean {
  const sorted = lists.toSorted((a, b) => ((a[0]?.field ?? '') < (b[0]?.field ?? '') ? -1 : 1))
  return isListOf(winners, sorted.flatMap((list) => list.slice(-1))) && isListOf(losers, sorted.flatMap((list) => list.slice(0, -1)))
}

function isListOf(cells: readonly Cell[], entries: readonly Entry[]): boolean {
  return cells.length === entries.length && cells.every((cell, index) => isCellOf(cell, entries[index]))
}

function isCellOf(cell: Cell, entry: Entry | undefined): boolean {
  return entry !== undefined && cell.field === entry.field && cell.at === entry.at && (cell.value === entry.value || stableText(cell.value) === entry.text)
}

function isKnowsOf(set: ChangeSet, ledger: Ledger, cells: CellSet): boolean {
  const latest = new Map<string, Stamp>()
  for (const { index, at } of ledger.entries) {
    if (!hasCell(cells, index)) continue
    const writer = at.slice(-11)
    const other = latest.get(writer)
    if (other === undefined || other < at) latest.set(writer, at)
  }
  return latest.size === set.knows.size && [...latest].every(([writer, at]) => set.knows.get(writer) === at)
}

/** Whether two sets hold the same, to the last cell and its place. */
export function isSameSet(a: ChangeSet, b: ChangeSet): boolean {
  if (a.records.size !== b.records.size || a.knows.size !== b.knows.size) return false
  for (const [writer, stamp] of a.knows) if (b.knows.get(writer) !== stamp) return false
  for (const record of valuesOf(a.records)) {
    const other = recordIn(b, record.id)
    if (other === undefined || !areSameCells(record.winners, other.winners) || !areSameCells(record.losers, other.losers)) return false
  }
  return true
}

function areSameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((cell, index) => isSameCell(cell, b[index]))
}

function isSameCell(a: Cell, b: Cell | undefined): boolean {
  return b !== undefined && a.field === b.field && a.at === b.at && (a.value === b.value || stableText(a.value) === stableText(b.value))
}
