import { scaleBand, scaleLinear } from 'd3-scale'
import type { PointerEvent, ReactNode } from 'react'
import type { Insights } from '../../../shared/insights/insights.ts'
import type { QuarterSlips } from '../../../shared/insights/slips.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { quarterLabel, quarterMonths } from '../../text/dates.ts'
import { slipsSentence } from '../../text/insight-sentences.ts'
import { insightsText } from '../../text/insights.ts'
import styles from './Chart.module.css'
import { ChartCard } from './ChartCard.tsx'
import { ChartSurface } from './ChartSurface.tsx'
import type { Cell } from './chart-cells.ts'
import type { TableWords } from './ChartTable.tsx'
import type { Picked } from './picked.ts'
import own from './SlipsChart.module.css'
import { statusFill, StatusPatterns } from './StatusPatterns.tsx'
import { useDrawingId } from './use-drawing-id.ts'

const { slips: text } = insightsText
const parts = ['done', 'carried', 'again', 'rest'] as const
type Part = (typeof parts)[number]

const left = 92
const rowHeight = 50
const barHeight = 18

/** What became of each quarter's goals: a bar a quarter, of those done, carried over, carried over again, and neither. */
export function SlipsChart({ insights }: { readonly insights: Insights }): ReactNode {
  const { quarters } = insights
  const goalsOf = ({ column, row }: Cell): readonly GoalId[] => partsOf(quarters[row])[parts[column] ?? 'rest']
  const valueAt = (cell: Cell): string => {
    const slips = quarters[cell.row]
    return slips === undefined ? '' : text.value(slips.quarter, text.part[parts[cell.column] ?? 'rest'], goalsOf(cell).length, slips.planned.length)
  }
  const behind = (cell: Cell): Picked => {
    const slips = quarters[cell.row]
    const carried = new Map((slips?.carried ?? []).map(({ goal, to, slip }) => [goal, text.slip(slip, to)] as const))
    return { title: text.behind(slips?.quarter ?? 1, text.part[parts[cell.column] ?? 'rest']), goals: goalsOf(cell), hintOf: (goal) => carried.get(goal) ?? null }
  }
  return (
    <ChartCard title={text.title} sentence={slipsSentence(insights)} table={() => tableOf(quarters)}>
      {(pick) => (
        <ChartSurface
          title={text.title}
          columns={parts.length}
          rows={quarters.length}
          start={{ column: 0, row: insights.scope === 'year' ? 0 : insights.scope - 1 }}
          page={1}
          valueAt={valueAt}
          cellAt={cellAt}
          onPick={(cell) => pick(behind(cell))}
        >
          {({ width, cursor }) => <Bars insights={insights} width={width} cursor={cursor} />}
        </ChartSurface>
      )}
    </ChartCard>
  )
}

function Bars({ insights: { quarters, scope, view }, width, cursor }: { readonly insights: Insights; readonly width: number; readonly cursor: Cell | null }): ReactNode {
  const id = useDrawingId()
  const height = rowHeight * quarters.length
  const x = scaleLinear([0, Math.max(...quarters.map(({ planned }) => planned.length), 1)], [left, width - 2])
  const y = scaleBand(quarters.map(({ quarter }) => String(quarter)), [0, height])
  return (
    <svg width={width} viewBox={`0 0 ${width} ${height}`} className={styles.drawing}>
      <StatusPatterns id={id} />
      {quarters.map((slips, row) => {
        const all = partsOf(slips)
        let from = 0
        return (
          <g key={slips.quarter} transform={`translate(0 ${y(String(slips.quarter)) ?? 0})`} data-row={row}>
            <rect width={width} height={rowHeight} className={own.ground} />
            <text y={14} className={own.quarter} data-current={scope === slips.quarter || undefined}>
              {quarterLabel(slips.quarter)}
            </text>
            <text y={30} className={styles.month}>
              {quarterMonths({ startsOn: yearStartOf(view), quarter: slips.quarter })}
            </text>
            {parts.map((part, column) => {
              const count = all[part].length
              const start = x(from)
              from += count
              const size = x(from) - start
              return (
                <g key={part} data-column={column}>
                  {count > 0 && <rect x={start} width={size} height={barHeight} className={own.part} fill={fillOf(id, part)} />}
                  {cursor?.row === row && cursor.column === column && <rect x={start} y={-1} width={Math.max(size, 3)} height={barHeight + 2} className={styles.cursor} />}
                </g>
              )
            })}
            <text x={left} y={33} className={own.words}>
              {text.row({ planned: slips.planned.length, done: all.done.length, carried: slips.carried.length, again: all.again.length })}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function fillOf(id: string, part: Part): string {
  switch (part) {
    case 'done':
      return statusFill(id, 'done')
    case 'carried':
      return statusFill(id, 'postponed')
    case 'again':
      return statusFill(id, 'blocked')
    default:
      return 'transparent'
  }
}

function cellAt(event: PointerEvent): Cell | null {
  const target = event.target instanceof Element ? event.target : null
  const row = target?.closest('[data-row]')?.getAttribute('data-row') ?? null
  const column = target?.closest('[data-column]')?.getAttribute('data-column') ?? null
  return row === null || column === null ? null : { column: Number(column), row: Number(row) }
}

/** The goals of a quarter, each in one part. */
function partsOf(slips: QuarterSlips | undefined): Readonly<Record<Part, readonly GoalId[]>> {
  if (slips === undefined) return { done: [], carried: [], again: [], rest: [] }
  const apart = new Set<GoalId>([...slips.done, ...slips.carried.map(({ goal }) => goal)])
  return {
    done: slips.done,
    carried: slips.carried.flatMap(({ goal, slip }) => (slip === 1 ? [goal] : [])),
    again: slips.carried.flatMap(({ goal, slip }) => (slip > 1 ? [goal] : [])),
    rest: slips.planned.filter((goal) => !apart.has(goal)),
  }
}

function tableOf(quarters: readonly QuarterSlips[]): TableWords {
  return {
    columns: [text.quarter, text.planned, text.done, text.carried, text.again, text.part.rest],
    rows: quarters.map((slips) => {
      const { done, carried, again, rest } = partsOf(slips)
      return [quarterLabel(slips.quarter), slips.planned.length, done.length, carried.length + again.length, again.length, rest.length]
    }),
  }
}
