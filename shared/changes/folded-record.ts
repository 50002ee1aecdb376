import type { RecordId } from '../model/ids.ts'
import { canonicalJson, isSameValue } from './canonical.ts'
import type { Value } from './change.ts'
import { placeInSorted } from './sorted-list.ts'
import type { Stamp } from './stamp.ts'

/** The smallest piece of a change: one field of one record, set at one moment. */
export interface Cell {
  readonly field: string
  readonly at: Stamp
  readonly value: Value
}

/**
 * All that was ever written to one record. `winners` holds for each field the latest cell and is what the
 * record says; `losers` holds what was overwritten and is its history. Both are sorted by field, losers
 * then by time, so that equal sets of cells are equal values.
 */
export interface FoldedRecord {
  readonly id: RecordId
  readonly winners: readonly Cell[]
  readonly losers: readonly Cell[]
}

/** The record that one change makes: its cells, each of a field of its own. */
export function createRecord(id: RecordId, cells: readonly Cell[]): FoldedRecord {
  return { id, winners: cells.toSorted((a, b) => (a.field < b.field ? -1 : 1)), losers: [] }
}

/** The cell that counts for a field, or undefined when it was never set. */
export function winnerOf(record: FoldedRecord | undefined, field: string): Cell | undefined {
  if (record === undefined) return undefined
  const index = indexOfField(record.winners, field)
  const cell = record.winners[index]
  return cell?.field === field ? cell : undefined
}

/**
 * Adds one cell. Returns the same record when it is already there: that is what makes merging idempotent.
 * Equal stamps with another value (a copied profile) are both kept; the greater canonical JSON counts.
 */
export function addCell(record: FoldedRecord, cell: Cell): FoldedRecord {
  const index = indexOfField(record.winners, cell.field)
  const winner = record.winners[index]
  if (winner === undefined || winner.field !== cell.field) {
    return { ...record, winners: record.winners.toSpliced(index, 0, cell) }
  }
  const order = compareCells(cell, winner)
  if (order === 0) return record
  if (order > 0) {
    return { ...record, winners: record.winners.with(index, cell), losers: insertLoser(record.losers, winner) }
  }
  const losers = insertLoser(record.losers, cell)
  return losers === record.losers ? record : { ...record, losers }
}

/** From this many cells on, sorting them all costs less than putting each in its place. */
const sortFrom = 32

/** Adds cells; the same record when all of them are already there. The cost is that of sorting, however many there are. */
export function addCells(record: FoldedRecord, cells: readonly Cell[]): FoldedRecord {
  if (cells.length < sortFrom && record.winners.length > 0) return cells.reduce(addCell, record)
  if (cells.length === 0) return record
  const sorted = (record.winners.length === 0 ? cells : [...record.winners, ...record.losers, ...cells]).toSorted(compareLosers)
  // as a rule a record comes whole, each field once: then it is a list of its own, without the slack of one that grew
  if (sorted.every((cell, index) => cell.field !== sorted[index + 1]?.field)) return { id: record.id, winners: sorted, losers: [] }
  const winners: Cell[] = []
  const losers: Cell[] = []
  for (const [index, cell] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next === undefined || next.field !== cell.field) winners.push(cell)
    else if (compareCells(cell, next) !== 0) losers.push(cell)
  }
  return winners.length + losers.length === record.winners.length + record.losers.length ? record : { id: record.id, winners, losers }
}

/** Adds what another copy of the record holds; the same record when all of it is already there. The cost is that of walking both once. */
export function addCopy(record: FoldedRecord, copy: FoldedRecord): FoldedRecord {
  const news = [...cellsMissingIn(record.winners, copy.winners), ...cellsMissingIn(record.losers, copy.losers)]
  return news.length === 0 ? record : addCells(record, news)
}

/** Those of some cells that aren't in a list; both are sorted as a record sorts them. */
export function cellsMissingIn(list: readonly Cell[], cells: readonly Cell[]): readonly Cell[] {
  const missing: Cell[] = []
  let index = 0
  for (const cell of cells) {
    let order = -1
    for (let own = list[index]; own !== undefined; own = list[index]) {
      order = compareLosers(own, cell)
      if (order >= 0) break
      index += 1
    }
    if (order !== 0) missing.push(cell)
  }
  return missing
}

/** Takes cells out again; undefined when none is left, and the same record when none of them was there. The cost is that of sorting. */
export function removeCells(record: FoldedRecord, cells: readonly Cell[]): FoldedRecord | undefined {
  const gone = cells.toSorted(compareLosers)
  const left = [...cellsMissingIn(gone, record.winners), ...cellsMissingIn(gone, record.losers)]
  if (left.length === record.winners.length + record.losers.length) return record
  return left.length === 0 ? undefined : addCells({ id: record.id, winners: [], losers: [] }, left)
}

/** What was ever written to one field, in order of time: the last counts. */
export function cellsOfField(record: FoldedRecord, field: string): readonly Cell[] {
  const winner = winnerOf(record, field)
  // what was overwritten stands in order of time within a field, and the winner is later than all of it
  return winner === undefined ? [] : [...record.losers.filter((cell) => cell.field === field), winner]
}

/** Every cell, winners first. */
export function* cellsOf(record: FoldedRecord): Generator<Cell> {
  yield* record.winners
  yield* record.losers
}

/** The stamp of the first thing that was ever written to a record. */
export function firstStamp(record: FoldedRecord): Stamp {
  let first = ''
  for (const { at } of cellsOf(record)) if (first === '' || at < first) first = at
  return first
}

/** By stamp, then by canonical JSON; 0 only for the same cell. */
function compareCells(a: Cell, b: Cell): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  if (isSameValue(a.value, b.value)) return 0
  return canonicalJson(a.value) < canonicalJson(b.value) ? -1 : 1
}

function insertLoser(losers: readonly Cell[], cell: Cell): readonly Cell[] {
  const index = placeInSorted(losers, (other) => compareLosers(other, cell) < 0)
  const there = losers[index]
  return there !== undefined && compareLosers(there, cell) === 0 ? losers : losers.toSpliced(index, 0, cell)
}

function compareLosers(a: Cell, b: Cell): number {
  if (a.field !== b.field) return a.field < b.field ? -1 : 1
  return compareCells(a, b)
}

/** Where the field is among cells sorted by field, or where it would be. */
function indexOfField(cells: readonly Cell[], field: string): number {
  let index = 0
  // a record has about a dozen fields: counting up is quicker than halving
  while (index < cells.length && (cells[index]?.field ?? '') < field) index += 1
  return index
}
