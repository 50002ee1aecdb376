import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import type { ReactNode } from 'react'
import type { BurnUpDay } from '../../../shared/insights/burn-up.ts'
import type { ScopeSpan } from '../../../shared/insights/scope-days.ts'
import { formatShortMonth } from '../../text/dates.ts'
import { insightsText } from '../../text/insights.ts'
import own from './BurnUpChart.module.css'
import styles from './Chart.module.css'
import { spreadLabels } from './spread-labels.ts'
import { statusFill, StatusPatterns } from './StatusPatterns.tsx'
import { dayScale, monthMarks } from './time-marks.ts'
import { useDrawingId } from './use-drawing-id.ts'

const margin = { top: 10, right: 62, bottom: 18 }
const { burnUp: text } = insightsText

/** Which day lies at a place of a drawing of that width; may lie outside of the span. */
export function dayAt({ x, width, span }: { readonly x: number; readonly width: number; readonly span: ScopeSpan }): number {
  return dayScale(span, [0, width - margin.right]).invert(x)
}

export interface BurnUpPlotProps {
  readonly span: ScopeSpan
  readonly days: readonly BurnUpDay[]
  /** The highest number of goals of all drawings beside it. */
  readonly most: number
  readonly width: number
  readonly cursor: number | null
}

/** One outcome: a line of what is planned, and under it what is done and partly done. */
export function BurnUpPlot({ span, days, most, width, cursor }: BurnUpPlotProps): ReactNode {
  const id = useDrawingId()
  // of three goals each is well told apart in little height
  const height = margin.top + margin.bottom + Math.max(52, Math.min(16 * most, 88))
  const [right, bottom] = [width - margin.right, height - margin.bottom]
  const x = dayScale(span, [0, right])
  const y = scaleLinear([0, most], [bottom, margin.top])
  // the last day has its room too
  const points = [...days, ...days.slice(-1)]
  const stepped = area<BurnUpDay>().x((_, day) => x(day)).curve(curveStepAfter)
  const last = days.at(-1) ?? { planned: 0, done: 0, partly: 0 }
  const months = monthMarks(span)
  const read = cursor === null ? undefined : days[cursor]
  return (
    <svg width={width} viewBox={`0 0 ${width} ${height}`} className={styles.drawing}>
      <StatusPatterns id={id} />
      <path d={stepped.y0(y(0)).y1(({ done }) => y(done))(points) ?? ''} fill={statusFill(id, 'done')} />
      <path d={stepped.y0(({ done }) => y(done)).y1(({ done, partly }) => y(done + partly))(points) ?? ''} fill={statusFill(id, 'partiallyDone')} />
      <path d={line<BurnUpDay>().defined(({ planned }) => planned > 0).x((_, day) => x(day)).y(({ planned }) => y(planned)).curve(curveStepAfter)(points) ?? ''} className={own.planned} />
      <line x2={right} y1={bottom} y2={bottom} className={styles.grid} />
      <line x2={x(days.length)} y1={bottom} y2={bottom} className={styles.base} />
      {(months.length > 4 ? months.filter((_, index) => index % 3 === 0) : months).map(({ month, day }) => (
        <text key={month} x={x(day)} y={height - 4} className={styles.month}>
          {formatShortMonth(month)}
        </text>
      ))}
      <EndNumbers last={last} x={x(days.length) + 5} y={y} bottom={bottom} />
      {cursor !== null && read !== undefined && (
        <g transform={`translate(${x(cursor + 0.5)} 0)`}>
          <line y1={margin.top - 6} y2={bottom} className={own.reading} />
          <circle cy={y(read.done)} r={3.5} className={own.point} />
          <circle cy={y(read.planned)} r={3.5} className={own.point} />
        </g>
      )}
    </svg>
  )
}

function EndNumbers({ last: { planned, done, partly }, x, y, bottom }: { readonly last: BurnUpDay; readonly x: number; readonly y: (count: number) => number; readonly bottom: number }): ReactNode {
  const labels = [
    { key: 'planned', words: text.plannedAt(planned), at: y(planned) },
    ...(partly === 0 ? [] : [{ key: 'partly', words: text.partlyAt(partly), at: y(done + partly / 2) }]),
    { key: 'done', words: text.doneAt(done), at: y(done / 2) },
  ]
  const places = spreadLabels({ wanted: labels.map(({ at }) => at), gap: 13, from: margin.top - 4, to: bottom - 6 })
  return labels.map(({ key, words }, index) => (
    <text key={key} x={x} y={places[index]} dy="0.35em" className={own.label} data-done={key === 'done' || undefined} data-partly={key === 'partly' || undefined}>
      {words}
    </text>
  ))
}
