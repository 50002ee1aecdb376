import type { Change, Value } from '../../../shared/changes/change.ts'
import { stableText } from './portrait.ts'

/** One field of one record, set once. */
export interface Written {
  readonly on: string
  readonly field: string
  readonly at: string
  readonly value: Value
}

/** Names a cell by everything in it, so that sets of cells can be plain sets of texts. */
export function nameOf({ on, field, at, value }: Written): string {
  return [on, field, at, stableText(value)].join(' | ')
}

export function writtenBy(changes: Iterable<Change>): readonly Written[] {
  return [...changes].flatMap(({ at, on, set }) => Object.entries(set).map(([field, value]) => ({ on, field, at, value })))
}

/**
 * What any set of changes must fold to, the naive way: all cells in one list, doubles dropped, sorted, and
 * the last one of each field counts. Written as `portraitOf` writes a folded set, so the two compare as text.
 */
export function oraclePortrait(cells: Iterable<Written>): string {
  const list = sortedCells(cells)
  const records = [...new Set(list.map((cell) => cell.on))].toSorted().map((id) => {
    const own = list.filter((cell) => cell.on === id)
    const isLast = (cell: Written): boolean => own.findLast((other) => other.field === cell.field) === cell
    return { id, winners: own.filter(isLast).map(cellText), losers: own.filter((cell) => !isLast(cell)).map(cellText) }
  })
  const latest: Record<string, string> = {}
  for (const { at } of list.toSorted((a, b) => (a.at < b.at ? -1 : 1))) latest[at.slice(-11)] = at
  return JSON.stringify({ records, knows: Object.entries(latest).toSorted(([a], [b]) => (a < b ? -1 : 1)) }, null, 1)
}

/** The cell that counts for one field, or undefined. */
export function oracleWinner({ cells, on, field }: { readonly cells: Iterable<Written>; readonly on: string; readonly field: string }): Written | undefined {
  return sortedCells([...cells].filter((cell) => cell.on === on && cell.field === field)).at(-1)
}

/** By record, field, time and value; each cell once. */
function sortedCells(cells: Iterable<Written>): readonly Written[] {
  const byName = new Map([...cells].map((cell) => [nameOf(cell), cell]))
  const rank = ({ on, field, at, value }: Written): readonly string[] => [on, field, at, stableText(value)]
  return [...byName.values()].toSorted((a, b) => compareTexts(rank(a), rank(b)))
}

function compareTexts(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((text, at) => text !== b[at])
  if (index < 0) return 0
  return (a[index] ?? '') < (b[index] ?? '') ? -1 : 1
}

function cellText({ field, at, value }: Written): string {
  return `${field} ${at} ${stableText(value)}`
}
