import { scaleLinear } from 'd3-scale'
import { useMemo, type ReactNode } from 'react'
import type { Insights } from '../../../shared/insights/insights.ts'
import { goalsAt, statusesAt, totalOf } from '../../../shared/insights/status-counts.ts'
import { noGoals } from '../../../shared/model/status.ts'
import type { CountsByStatus } from '../../../shared/plan/plan-counts.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { statusCounts, statusLabel } from '../../../shared/words/statuses.ts'
import { formatDate } from '../../text/dates.ts'
import { statusSentence } from '../../text/insight-sentences.ts'
import { insightsText } from '../../text/insights.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Chart.module.css'
import { changedDays } from './changed-days.ts'
import { ChartCard } from './ChartCard.tsx'
import type { Cell } from './chart-cells.ts'
import { ChartSurface } from './ChartSurface.tsx'
import type { TableWords } from './ChartTable.tsx'
import type { Picked } from './picked.ts'
import { StatusAreas } from './StatusAreas.tsx'
import { layersOf, plotOf, type StatusLayer } from './status-layers.ts'
import { stackOrder } from './status-textures.ts'

const { status: text } = insightsText

/** How many goals had which status, day by day: the areas of a stack, from done at the bottom to postponed. */
export function StatusChart({ insights }: { readonly insights: Insights }): ReactNode {
  const { byDay, days, lives, view } = insights
  const layers = useMemo(() => layersOf(byDay), [byDay])
  const dayName = (day: number): string => formatDate({ date: days[day] ?? '', startsOn: yearStartOf(view) })
  // rows are read as they are seen: all first, then from the top of the stack to its bottom
  const rows = layers.toReversed()
  const valueAt = ({ column, row }: Cell): string => {
    const counts = byDay[column]
    const layer = rows[row - 1]
    if (counts === undefined) return ''
    if (layer === undefined) return text.valueOfAll(dayName(column), totalOf(counts), statusCounts(counts).join(', '))
    return text.value({ day: dayName(column), status: statusLabel[layer.status], count: counts[layer.status], total: totalOf(counts) })
  }
  const behind = ({ column, row }: Cell): Picked => {
    const status = rows[row - 1]?.status
    return { title: text.behind(status === undefined ? insightsText.all : statusLabel[status], dayName(column)), goals: goalsAt({ lives, day: column, status }), statusOf: statusesAt(lives, column) }
  }
  const most = Math.max(...byDay.map(totalOf), 1)
  return (
    <ChartCard isWide title={text.title} sentence={statusSentence(insights)} table={byDay.length === 0 ? null : () => tableOf(byDay, dayName)}>
      {byDay.length === 0
        ? null
        : (pick) => (
            <>
              <ChartSurface
                title={text.title}
                columns={days.length}
                rows={rows.length + 1}
                start={{ column: days.length - 1, row: 0 }}
                page={30}
                valueAt={valueAt}
                cellAt={(event, width) => cellAt({ event, width, span: insights.span, days: days.length, most, rows })}
                onPick={(cell) => pick(behind(cell))}
              >
                {({ width, cursor }) => <StatusAreas insights={insights} layers={layers} most={most} width={width} cursor={cursor === null ? null : { day: cursor.column, status: rows[cursor.row - 1]?.status ?? null }} />}
              </ChartSurface>
              {insights.untold.length > 0 && (
                <p className={styles.untold}>
                  {text.untold(insights.untold.length)}
                  <Button size="small" variant="quiet" onClick={() => pick({ title: text.behindUntold, goals: insights.untold })}>
                    {text.listUntold}
                  </Button>
                </p>
              )}
            </>
          )}
    </ChartCard>
  )
}

interface Pointed {
  readonly event: { readonly clientX: number; readonly clientY: number; readonly currentTarget: Element }
  readonly width: number
  readonly span: Insights['span']
  readonly days: number
  readonly most: number
  readonly rows: readonly StatusLayer[]
}

function cellAt({ event, width, span, days, most, rows }: Pointed): Cell {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  const plot = plotOf({ width, span, most })
  const column = Math.max(0, Math.min(Math.floor(plot.x.invert(event.clientX - left)), days - 1))
  const goals = scaleLinear(plot.y.range(), plot.y.domain())(event.clientY - top)
  const row = rows.findIndex(({ bounds }) => (bounds[column]?.[0] ?? 0) <= goals && goals < (bounds[column]?.[1] ?? 0))
  return { column, row: row + 1 }
}

function tableOf(byDay: readonly CountsByStatus[], dayName: (day: number) => string): TableWords {
  const used = stackOrder.filter((status) => byDay.some((counts) => counts[status] > 0))
  const rowOf = (counts: CountsByStatus): readonly number[] => [totalOf(counts), ...used.map((status) => counts[status])]
  return {
    columns: [insightsText.day, insightsText.all, ...used.map((status) => statusLabel[status])],
    rows: changedDays(byDay.map(rowOf)).map((day) => [dayName(day), ...rowOf(byDay[day] ?? noGoals())]),
  }
}
