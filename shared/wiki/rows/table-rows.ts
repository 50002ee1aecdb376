import { headingOf } from '../sections/headings.ts'
import type { PageLine } from '../text/page-lines.ts'
import { cellsOf, tableHeadOf, type TableColumn, type TableHead } from './table-columns.ts'

/** What a row says, by its columns, and cells of columns that say nothing known. */
export interface GoalRow {
  readonly line: number
  readonly cells: ReadonlyMap<TableColumn, string>
  readonly others: readonly string[]
}

/** A page with tables cut into their rows and what stands between. */
export interface TableRows {
  readonly rows: readonly { readonly row: GoalRow; readonly heading: PageLine | null }[]
  readonly before: readonly PageLine[]
  /** Lines of the tables by what they are; those of neither kind are no part of a table. */
  readonly heads: ReadonlySet<number>
  readonly taken: ReadonlySet<number>
}

interface OpenRow {
  readonly line: number
  readonly cells: string[]
}

interface Tables {
  readonly lines: readonly PageLine[]
  /** The lines with the tabs at their ends, which stand for empty cells. */
  readonly sources: readonly string[]
  /** Whether each row is one line; else what stands below a row that lacks cells goes on with its last one. */
  readonly isWhole: boolean
}

/** Finds the rows of every table that has a head; null where there is none. */
export function tableRows({ lines, sources, isWhole }: Tables): TableRows | null {
  const rows: { row: GoalRow; heading: PageLine | null }[] = []
  const before: PageLine[] = []
  const heads = new Set<number>()
  const taken = new Set<number>()
  let head: TableHead | null = null
  let open: OpenRow | null = null
  let heading: PageLine | null = null
  const close = (): void => {
    if (open !== null && head !== null) rows.push({ row: rowOf(open, head), heading })
    open = null
  }
  lines.forEach((line, index) => {
    const cells = cellsOf(sources[index] ?? line.raw)
    const found = tableHeadOf(cells)
    if (found !== null) {
      close()
      head = found
      heads.add(line.number)
      return
    }
    if (line.plain === '' && cells.length === 1) return
    const width: number = head?.length ?? 0
    const isCell = head !== null && (open === null ? cells.length > 1 : isGoingOn({ open, cells, width, isWhole }) || cells.length > 1)
    if (!isCell || (cells.length === 1 && headingOf(line) !== null)) {
      close()
      if (head === null) before.push(line)
      if (cells.length === 1 && isTitle(line)) heading = line
      return
    }
    taken.add(line.number)
    const row: OpenRow | null = open
    if (row !== null && isGoingOn({ open: row, cells, width, isWhole })) {
      const [first = '', ...rest] = cells
      row.cells[row.cells.length - 1] = `${row.cells.at(-1) ?? ''} ${first}`.trim()
      row.cells.push(...rest)
      return
    }
    close()
    open = { line: line.number, cells: [...cells] }
  })
  close()
  return heads.size === 0 ? null : { rows, before, heads, taken }
}

/** A row that lacks cells goes on below: a cell of several lines is copied as several lines. */
function isGoingOn({ open, cells, width, isWhole }: { readonly open: OpenRow; readonly cells: readonly string[]; readonly width: number; readonly isWhole: boolean }): boolean {
  if (isWhole) return false
  return cells.length === 1 ? open.cells.length <= width : open.cells.length < width && open.cells.length + cells.length - 1 <= width
}

function isTitle(line: PageLine): boolean {
  return headingOf(line) !== null || (!line.bullet && line.plain.length <= 80)
}

function rowOf({ line, cells }: OpenRow, head: TableHead): GoalRow {
  const known = new Map<TableColumn, string>()
  const others: string[] = []
  cells.forEach((cell, index) => {
    const column = head[index] ?? null
    if (column !== null) known.set(column, cell)
    else if (cell !== '') others.push(cell)
  })
  return { line, cells: known, others }
}
