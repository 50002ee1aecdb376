import { parseCellName } from './cell-name.ts'
import { cellsOf, type Cell, type FoldedRecord } from './folded-record.ts'

/** The cells of a record that a text names. As a rule one; of two under one stamp (a copied profile) the one that counts comes last. */
export function cellsNamed(record: FoldedRecord, name: string): readonly Cell[] {
  const named = parseCellName(name)
  return [...cellsOf(record)].filter(({ at, field }) => at === named?.at && field === named.field).toSorted((a, b) => Number(record.winners.includes(a)) - Number(record.winners.includes(b)))
}
