/** A row of a wikitext table, as the line of cells between tabs that a copied table is. */
export interface TableRow {
  readonly line: number
  readonly text: string
}

/** Reads a table line by line, between its `{|` and its `|}`. */
export interface TableReader {
  /** A line as it stands, and as it is shown; what a row comes to is handed out when the next one begins. */
  readonly read: (line: { readonly number: number; readonly source: string; readonly show: (text: string) => string }) => TableRow | null
  readonly end: () => TableRow | null
}

interface Span {
  left: number
  readonly text: string
}

const mostCells = 60
const mostRows = 1_000

/** Cells that span rows stand in each of them; those that span columns are followed by empty ones. */
export function createTableReader(): TableReader {
  let row: { line: number; cells: string[] } | null = null
  let spans = new Map<number, Span>()
  const close = (): TableRow | null => {
    const done = row
    row = null
    if (done === null || done.cells.length === 0) return null
    fillSpans(done.cells, spans)
    return { line: done.line, text: done.cells.join('\t') }
  }
  return {
    end: close,
    read: ({ number, source, show }) => {
      if (/^\s*\|-/.test(source)) return close()
      const [, mark, rest = ''] = /^\s*([|!]\+?)(.*)$/.exec(source) ?? []
      if (mark === '|+') return { line: number, text: show(rest) }
      if (mark === undefined) {
        const last = row === null ? undefined : row.cells.at(-1)
        if (row === null || last === undefined) return source.trim() === '' ? null : { line: number, text: show(source) }
        row.cells[row.cells.length - 1] = `${last} ${show(source.replace(/^[*#:;]+\s*/, ''))}`.trim()
        return null
      }
      row ??= { line: number, cells: [] }
      for (const cell of rest.split(mark === '!' ? /!!|\|\|/ : '||')) {
        fillSpans(row.cells, spans)
        if (row.cells.length >= mostCells) break
        const { attributes, words } = cellOf(cell)
        const text = show(words).replaceAll('\t', ' ').trim()
        const rows = Number(/\browspan\s*=\s*["']?([0-9]{1,4})/i.exec(attributes)?.[1] ?? 1)
        if (rows > 1 && rows <= mostRows) spans = new Map([...spans, [row.cells.length, { left: rows - 1, text }]])
        const columns = Number(/\bcolspan\s*=\s*["']?([0-9]{1,2})/i.exec(attributes)?.[1] ?? 1)
        row.cells.push(text, ...Array.from({ length: Math.min(columns, mostCells) - 1 }, () => ''))
      }
      return null
    },
  }
}

/** Puts in what a row above says for the next place. */
function fillSpans(cells: string[], spans: Map<number, Span>): void {
  for (let span = spans.get(cells.length); span !== undefined; span = spans.get(cells.length)) {
    spans.delete(cells.length)
    if (span.left > 1) later(spans, cells.length, span)
    cells.push(span.text)
  }
}

function later(spans: Map<number, Span>, column: number, span: Span): void {
  spans.set(column, { ...span, left: span.left - 1 })
}

function cellOf(cell: string): { readonly attributes: string; readonly words: string } {
  const bar = cell.indexOf('|')
  const before = bar < 0 ? '' : cell.slice(0, bar)
  return before.includes('=') && !/[[\]{}]/.test(before) ? { attributes: before, words: cell.slice(bar + 1) } : { attributes: '', words: cell }
}
