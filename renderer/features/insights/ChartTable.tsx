import { useState, type ReactNode } from 'react'
import { ShowAllButton } from '../../ui/ShowAllButton.tsx'
import styles from './ChartTable.module.css'

/** A table in words: the first cell of a row says what the row is about. */
export interface TableWords {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** How many rows are shown until one asks for all. */
const first = 40

/** The numbers of a chart as a table. */
export function ChartTable({ label, words: { columns, rows } }: { readonly label: string; readonly words: TableWords }): ReactNode {
  const [isWhole, setWhole] = useState(false)
  // one or two more are sooner shown than asked for
  const isLong = rows.length > first + 5
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(isLong && !isWhole ? rows.slice(0, first) : rows).map(([head, ...cells], row) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row has no name of its own, and the rows of a table never change places
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, column) => (
                <td key={columns[column + 1]} data-number={typeof cell === 'number' || undefined} data-none={cell === 0 || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isLong && <ShowAllButton count={rows.length} isWhole={isWhole} onChange={setWhole} />}
    </div>
  )
}
