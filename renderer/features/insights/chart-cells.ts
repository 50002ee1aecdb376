/** A value of a chart: every chart is read as columns and rows. */
export interface Cell {
  readonly column: number
  readonly row: number
}

export interface KeyPress {
  readonly key: string
  readonly cell: Cell
  readonly columns: number
  readonly rows: number
  /** How many columns Page Up and Page Down go. */
  readonly page: number
}

/** Where a key leads from a value; null for a key that leads nowhere. Where there is one column, Home and End go by rows. */
export function cellAfterKey({ key, cell: { column, row }, columns, rows, page }: KeyPress): Cell | null {
  const to = (toColumn: number, toRow: number): Cell => ({ column: within(toColumn, columns), row: within(toRow, rows) })
  const isList = columns === 1
  switch (key) {
    case 'ArrowLeft':
      return to(column - 1, row)
    case 'ArrowRight':
      return to(column + 1, row)
    case 'ArrowUp':
      return to(column, row - 1)
    case 'ArrowDown':
      return to(column, row + 1)
    case 'Home':
      return isList ? to(0, 0) : to(0, row)
    case 'End':
      return isList ? to(0, rows - 1) : to(columns - 1, row)
    case 'PageUp':
      return isList ? to(0, row - page) : to(column - page, row)
    case 'PageDown':
      return isList ? to(0, row + page) : to(column + page, row)
    default:
      return null
  }
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1))
}
