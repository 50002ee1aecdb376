import type { Cell, FoldedRecord } from '../changes/folded-record.ts'
import { splitField } from '../model/record-spec.ts'

/**
 * The cells of a record that stand in its line of a file. What can't stand there, and so stands in the history:
 * what was overwritten, members taken out of a set, and lists (in a line a list of texts always means a set).
 */
export function placedCells({ winners }: FoldedRecord): readonly Cell[] {
  const plainNames = new Set(winners.filter((cell) => isPlain(cell) && canStandInRow(cell)).map((cell) => cell.field))
  // a name stands once in a line: beside a plain field, members of a set of the same name are left to the history
  return winners.filter((cell) => canStandInRow(cell) && (isPlain(cell) || !plainNames.has(splitField(cell.field).name)))
}

function canStandInRow(cell: Cell): boolean {
  return isPlain(cell) ? !Array.isArray(cell.value) : cell.value === true
}

function isPlain({ field }: Cell): boolean {
  return splitField(field).member === undefined
}
