import type { ReactNode } from 'react'
import type { Insights } from '../../../shared/insights/insights.ts'
import type { Status } from '../../../shared/model/status.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { formatShortMonth } from '../../text/dates.ts'
import { insightsText } from '../../text/insights.ts'
import styles from './Chart.module.css'
import { spreadLabels } from './spread-labels.ts'
import { chartHeight as height, chartMargin as margin, largestBlock, plotOf, type Plot, type StatusLayer } from './status-layers.ts'
import { statusFill, StatusPatterns } from './StatusPatterns.tsx'
import { countMarks, lengthOf, monthMarks } from './time-marks.ts'
import { useDrawingId } from './use-drawing-id.ts'

export interface StatusAreasProps {
  readonly insights: Insights
  readonly layers: readonly StatusLayer[]
  readonly most: number
  readonly width: number
  /** The day that is read, and of which status; null: of all. */
  readonly cursor: { readonly day: number; readonly status: Status | null } | null
}

export function StatusAreas({ insights: { span, days, today }, layers, most, width, cursor }: StatusAreasProps): ReactNode {
  const id = useDrawingId()
  const { x, y } = plotOf({ width, span, most })
  const [left, right, bottom] = [margin.left, width - margin.right, height - margin.bottom]
  const isGoingOn = days.length < lengthOf(span) || days.at(-1) === today
  return (
    <svg width={width} viewBox={`0 0 ${width} ${height}`} className={styles.drawing}>
      <StatusPatterns id={id} />
      {countMarks(y, 4).map((count) => (
        <g key={count} transform={`translate(0 ${y(count)})`}>
          <line x1={left} x2={right} className={styles.grid} />
          <text x={left - 6} dy="0.32em" className={styles.count}>
            {count}
          </text>
        </g>
      ))}
      {monthMarks(span).map(({ month, day }) => (
        <g key={month} transform={`translate(${x(day)} ${bottom})`}>
          <line y2={6} className={styles.tick} />
          <text x={4} y={16} className={styles.month}>
            {formatShortMonth(month)}
          </text>
        </g>
      ))}
      {layers.map((layer) => (
        <path key={layer.status} d={layer.path({ x, y })} fill={statusFill(id, layer.status)} className={styles.area} />
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} className={styles.base} />
      {isGoingOn && (
        <g transform={`translate(${x(days.length)} 0)`}>
          <line y1={margin.top - 4} y2={bottom} className={styles.today} />
          <text y={8} className={styles.todayName}>
            {insightsText.today}
          </text>
        </g>
      )}
      <EndLabels layers={layers} x={x(days.length) + 8} y={y} bottom={bottom} />
      <VanishedLabels layers={layers} x={x} y={y} />
      {cursor !== null && <Reading cursor={cursor} layers={layers} plot={{ x, y }} bottom={bottom} />}
    </svg>
  )
}

/** At the right edge of each area its status, with how many goals it has on the last day. */
function EndLabels({ layers, x, y, bottom }: { readonly layers: readonly StatusLayer[]; readonly x: number; readonly y: Plot['y']; readonly bottom: number }): ReactNode {
  const shown = layers.toReversed().flatMap(({ status, bounds }) => {
    const [from, to] = bounds.at(-1) ?? [0, 0]
    return to > from ? [{ status, count: to - from, at: y((from + to) / 2) }] : []
  })
  const places = spreadLabels({ wanted: shown.map(({ at }) => at), gap: 17, from: margin.top - 4, to: bottom - 4 })
  return shown.map(({ status, count }, index) => <StatusMark key={status} status={status} x={x} y={places[index] ?? 0} words={`${statusLabel[status]} ${count}`} />)
}

/** A status that nobody has any more is named where its area is largest; by its sign alone where there is little room. */
function VanishedLabels({ layers, x, y }: { readonly layers: readonly StatusLayer[]; readonly x: Plot['x']; readonly y: Plot['y'] }): ReactNode {
  return layers.map(({ status, bounds }) => {
    const [from, to] = bounds.at(-1) ?? [0, 0]
    const block = largestBlock(bounds)
    if (to > from || block === null) return null
    const [left, right, middle] = [x(block.first), x(block.end), y((block.from + block.to) / 2)]
    if (y(block.from) - y(block.to) < 16 || right - left < 26) return null
    const hasRoom = right - left > 116
    return <StatusMark key={status} status={status} x={hasRoom ? left + 10 : (left + right) / 2 - 7} y={middle} words={hasRoom ? statusLabel[status] : ''} isOnArea />
  })
}

function StatusMark({ status, x, y, words, isOnArea = false }: { readonly status: Status; readonly x: number; readonly y: number; readonly words: string; readonly isOnArea?: boolean }): ReactNode {
  return (
    <g transform={`translate(${x} ${y})`} className={statusTone(status)}>
      {isOnArea && <rect x={-4} y={-10} width={words === '' ? 22 : 26 + words.length * 6.6} height={20} rx={10} className={styles.plate} />}
      <g transform="translate(0 -7)">
        <StatusIcon status={status} />
      </g>
      <text x={20} dy="0.35em" className={styles.name}>
        {words}
      </text>
    </g>
  )
}

function Reading({ cursor: { day, status }, layers, plot: { x, y }, bottom }: { readonly cursor: NonNullable<StatusAreasProps['cursor']>; readonly layers: readonly StatusLayer[]; readonly plot: Plot; readonly bottom: number }): ReactNode {
  const [from, to] = layers.find((layer) => layer.status === status)?.bounds[day] ?? [0, layers.at(-1)?.bounds[day]?.[1] ?? 0]
  const [left, width] = [x(day), Math.max(x(day + 1) - x(day), 2)]
  return (
    <g>
      <rect x={left} y={margin.top - 4} width={width} height={bottom - margin.top + 4} className={styles.column} />
      <rect x={left} y={y(to)} width={width} height={Math.max(y(from) - y(to), 2)} className={styles.cursor} />
    </g>
  )
}
