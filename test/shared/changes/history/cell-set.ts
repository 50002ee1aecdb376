/**
 * A set of cells by their numbers in the ledger, a bit each: it is copied for every file and every edit, a
 * million times over.
 */
export type CellSet = Uint32Array<ArrayBuffer>

const capacity = 4_096

export function noCells(): CellSet {
  return new Uint32Array(capacity / 32)
}

export function hasCell(cells: CellSet, index: number): boolean {
  return ((cells[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0
}

export function putCell(cells: CellSet, index: number): void {
  if (index >= capacity) throw new Error(`a history of more than ${capacity} cells`)
  cells[index >>> 5] = (cells[index >>> 5] ?? 0) | (1 << (index & 31))
}

/** Puts all of `more` into `cells`. */
export function putCells(cells: CellSet, more: CellSet): void {
  for (let word = 0; word < cells.length; word += 1) cells[word] = (cells[word] ?? 0) | (more[word] ?? 0)
}

/** Takes all of `gone` out of `cells`. */
export function takeCells(cells: CellSet, gone: CellSet): void {
  for (let word = 0; word < cells.length; word += 1) cells[word] = (cells[word] ?? 0) & ~(gone[word] ?? 0)
}

/** What `cells` has and `others` hasn't. */
export function cellsWithout(cells: CellSet, others: CellSet): CellSet {
  return cells.map((bits, word) => bits & ~(others[word] ?? 0))
}

export function areSameCells(cells: CellSet, others: CellSet): boolean {
  return cells.every((bits, word) => bits === others[word])
}

/** What both have. */
export function commonCells(cells: CellSet, others: CellSet): CellSet {
  return cells.map((bits, word) => bits & (others[word] ?? 0))
}

export function isNoCell(cells: CellSet): boolean {
  return cells.every((bits) => bits === 0)
}
