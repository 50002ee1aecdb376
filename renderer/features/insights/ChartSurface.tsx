import { useId, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { insightsText } from '../../text/insights.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import styles from './ChartSurface.module.css'
import { cellAfterKey, type Cell } from './chart-cells.ts'
import { useWidth } from './use-width.ts'

export interface ChartSurfaceProps {
  readonly title: string
  readonly columns: number
  readonly rows: number
  /** Where the cursor is when keys come in first. */
  readonly start: Cell
  /** How many columns a page is: a month of days. */
  readonly page?: number
  readonly valueAt: (cell: Cell) => string
  /** Which value the pointer is at, of a drawing of that width. */
  readonly cellAt: (event: PointerEvent, width: number) => Cell | null
  /** Somebody wants to see the goals behind a value. */
  readonly onPick: (cell: Cell) => void
  /** Draws the chart in so many pixels. */
  readonly children: (drawn: { readonly width: number; readonly cursor: Cell | null }) => ReactNode
}

/** A drawing whose values are read by pointer or arrows: what the cursor is at is shown below, and said. */
export function ChartSurface({ title, columns, rows, start, page = 7, valueAt, cellAt, onPick, children }: ChartSurfaceProps): ReactNode {
  const keys = useId()
  const announce = useAnnounce()
  const { element, width } = useWidth()
  const [cursor, setCursor] = useState<Cell | null>(null)
  const at = cursor === null ? null : { column: Math.min(cursor.column, columns - 1), row: Math.min(cursor.row, rows - 1) }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return onPick(at ?? start)
    }
    const next = cellAfterKey({ key: event.key, cell: at ?? start, columns, rows, page })
    if (next === null) return
    event.preventDefault()
    setCursor(next)
    announce(valueAt(next))
  }
  const onPointerMove = (event: PointerEvent): void => {
    const cell = cellAt(event, width)
    if (cell?.column !== cursor?.column || cell?.row !== cursor?.row) setCursor(cell)
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys, that is what the role says */}
      <div
        ref={element}
        role="application"
        aria-roledescription={insightsText.chart}
        aria-label={title}
        aria-describedby={keys}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- and so it has to take the focus
        tabIndex={0}
        className={styles.surface}
        onKeyDown={onKeyDown}
        onFocus={() => setCursor((before) => before ?? start)}
        onBlur={() => setCursor(null)}
        onPointerMove={onPointerMove}
        onPointerLeave={(event) => setCursor(document.activeElement === event.currentTarget ? at : null)}
        onClick={() => at !== null && onPick(at)}
      >
        <div aria-hidden="true">{width > 0 && children({ width, cursor: at })}</div>
      </div>
      <p id={keys} hidden>
        {insightsText.keys}
      </p>
      <p className={styles.readout} data-read-out aria-hidden="true">
        {at !== null && valueAt(at)}
      </p>
    </>
  )
}
