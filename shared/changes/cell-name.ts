import type { Cell } from './folded-record.ts'
import { isStamp, type Stamp } from './stamp.ts'

/** What tells one cell of a record from its others: when it was written, and which field. */
export type CellName = Pick<Cell, 'at' | 'field'>

/** The length of a stamp, which is the same for all. */
const stampLength = 26

/** `00jp7x2k3a-000-k3f09ab2c10 status`: sorts by time. */
export function formatCellName({ at, field }: CellName): string {
  return `${at} ${field}`
}

/** The cell a text names, or null where it names none. */
export function parseCellName(text: string): CellName | null {
  const at: Stamp = text.slice(0, stampLength)
  return isStamp(at) && text.charAt(stampLength) === ' ' && text.length > stampLength + 1 ? { at, field: text.slice(stampLength + 1) } : null
}
