import { scaleBand, scaleSqrt } from 'd3-scale'
import type { ReactNode } from 'react'
import { missingIn, type TeamNotes } from '../../../shared/insights/missing-notes.ts'
import type { Day, Month } from '../../../shared/model/date.ts'
import { formatShortMonth } from '../../text/dates.ts'
import { insightsText } from '../../text/insights.ts'
import styles from './Chart.module.css'
import type { Cell } from './chart-cells.ts'
import own from './NoteDots.module.css'
import { notesOf, teamName } from './team-notes.ts'

const rowHeight = 34
const top = 30
/** The average letter of the small text, in pixels. */
const letter = 6.4

export interface NoteDotsProps {
  readonly teams: readonly TeamNotes[]
  readonly months: readonly Month[]
  readonly today: Day
  readonly width: number
  readonly cursor: Cell | null
}

/** Teams from top to bottom, months from left to right: the more is missing the larger the dot, with the number in it. */
export function NoteDots({ teams, months, today, width, cursor }: NoteDotsProps): ReactNode {
  const left = Math.min(132, Math.floor(width * 0.3))
  const height = top + rowHeight * teams.length
  const x = scaleBand([...months], [left, Math.min(width, left + months.length * 96)])
  const most = Math.max(...teams.flatMap((team) => months.map((month) => missingIn(notesOf(team, month)))), 1)
  const radius = scaleSqrt([0, most], [5, Math.min(15, x.bandwidth() / 2 - 1)])
  return (
    <svg width={width} viewBox={`0 0 ${width} ${height}`} className={styles.drawing}>
      {months.map((month) => (
        <text key={month} x={(x(month) ?? 0) + x.bandwidth() / 2} y={11} className={own.month}>
          {formatShortMonth(month)}
          {month === today.slice(0, 7) && x.bandwidth() > 56 && (
            <tspan x={(x(month) ?? 0) + x.bandwidth() / 2} dy={12}>
              {insightsText.notes.soFar}
            </tspan>
          )}
        </text>
      ))}
      {teams.map((team, row) => (
        <g key={team.team ?? ''} transform={`translate(0 ${top + row * rowHeight})`}>
          <line x2={x.range()[1]} className={styles.grid} />
          <text y={rowHeight / 2} dy="0.35em" className={own.team}>
            <title>{teamName(team)}</title>
            {cut(teamName(team), Math.floor((left - 8) / letter))}
          </text>
          {months.map((month, column) => {
            const notes = notesOf(team, month)
            const missing = missingIn(notes)
            const isRead = cursor?.row === row && cursor.column === column
            return (
              <g key={month} transform={`translate(${(x(month) ?? 0) + x.bandwidth() / 2} ${rowHeight / 2})`} data-row={row} data-column={column}>
                <rect x={-x.bandwidth() / 2} y={-rowHeight / 2 + 1} width={x.bandwidth()} height={rowHeight - 2} rx={4} className={own.cell} data-read={isRead || undefined} />
                {missing > 0 && <circle r={Math.max(radius(missing), 9)} className={own.dot} style={{ fillOpacity: 0.18 + 0.5 * (missing / notes.length) }} />}
                {notes.length > 0 && missing === 0 ? (
                  <path d="M-4.5 .5l3 3L4.5-3" className={own.tick} />
                ) : (
                  <text dy="0.35em" className={own.number} data-none={missing === 0 || undefined}>
                    {notes.length === 0 ? '–' : missing}
                  </text>
                )}
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}

function cut(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, Math.max(letters - 1, 1))}…`
}
