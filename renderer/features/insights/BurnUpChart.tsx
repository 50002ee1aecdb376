import { type PointerEvent, type ReactNode } from 'react'
import type { OutcomeBurnUp } from '../../../shared/insights/burn-up.ts'
import type { Insights } from '../../../shared/insights/insights.ts'
import { goalsAt, statusesAt } from '../../../shared/insights/status-counts.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { formatDate } from '../../text/dates.ts'
import { burnUpSentence } from '../../text/insight-sentences.ts'
import { insightsText } from '../../text/insights.ts'
import styles from './BurnUpChart.module.css'
import { BurnUpPlot, dayAt } from './BurnUpPlot.tsx'
import { changedDays } from './changed-days.ts'
import { ChartCard } from './ChartCard.tsx'
import { ChartSurface } from './ChartSurface.tsx'
import type { Cell } from './chart-cells.ts'
import type { TableWords } from './ChartTable.tsx'

const { burnUp: text } = insightsText
const gap = 24
const narrowest = 168
const widest = 340

/** Goals done and partly done against goals planned, a small drawing an outcome, all to the same scale. */
export function BurnUpChart({ insights }: { readonly insights: Insights }): ReactNode {
  const { outcomes, days, view, span } = insights
  const dayName = (day: number): string => formatDate({ date: days[day] ?? '', startsOn: yearStartOf(view) })
  const most = Math.max(...outcomes.flatMap((outcome) => outcome.days.map(({ planned }) => planned)), 1)
  const valueAt = ({ column, row }: Cell): string => {
    const outcome = outcomes[row]
    const day = outcome?.days[column]
    return outcome === undefined || day === undefined ? '' : text.value({ outcome: shortName(outcome), day: dayName(column), ...day })
  }
  return (
    <ChartCard isWide title={text.title} sentence={burnUpSentence(insights)} table={outcomes.length === 0 ? null : () => tableOf(outcomes, dayName)}>
      {outcomes.length === 0
        ? null
        : (pick) => (
            <ChartSurface
              title={text.title}
              columns={days.length}
              rows={outcomes.length}
              start={{ column: days.length - 1, row: 0 }}
              page={30}
              valueAt={valueAt}
              cellAt={(event) => cellAt({ event, insights })}
              onPick={({ column, row }) => {
                const outcome = outcomes[row]
                if (outcome !== undefined) pick({ title: text.behind(shortName(outcome), dayName(column)), goals: goalsAt({ lives: outcome.lives, day: column }), statusOf: statusesAt(outcome.lives, column) })
              }}
            >
              {({ width, cursor }) => {
                const columns = columnsFor(outcomes.length, width)
                const own = Math.min(Math.floor((width - gap * (columns - 1)) / columns), widest)
                return (
                  <div className={styles.multiples} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, ${widest}px))`, columnGap: gap }}>
                    {outcomes.map((outcome, row) => (
                      <div key={outcome.outcome ?? ''} data-row={row}>
                        <p className={styles.name}>
                          <strong className={styles.number}>{outcome.number}</strong> {outcome.outcome === null ? text.none : outcome.title}
                        </p>
                        <BurnUpPlot span={span} days={outcome.days} most={most} width={own} cursor={cursor?.row === row ? cursor.column : null} />
                      </div>
                    ))}
                  </div>
                )
              }}
            </ChartSurface>
          )}
    </ChartCard>
  )
}

/** As many beside each other as there is room for, in rows of about the same length. */
function columnsFor(count: number, width: number): number {
  const most = Math.max(1, Math.floor((width + gap) / (narrowest + gap)))
  return Math.ceil(count / Math.ceil(count / most))
}

function cellAt({ event, insights: { days, span } }: { readonly event: PointerEvent; readonly insights: Insights }): Cell | null {
  const own = event.target instanceof Element ? event.target.closest('[data-row]') : null
  if (own === null) return null
  const { left, width } = own.getBoundingClientRect()
  const column = Math.floor(dayAt({ x: event.clientX - left, width, span }))
  return { row: Number(own.getAttribute('data-row')), column: Math.max(0, Math.min(column, days.length - 1)) }
}

function shortName({ outcome, number }: OutcomeBurnUp): string {
  return outcome === null ? text.none : text.outcome(number, '')
}

function tableOf(outcomes: readonly OutcomeBurnUp[], dayName: (day: number) => string): TableWords {
  return {
    columns: [insightsText.outcome, insightsText.day, text.planned, text.done, text.partly],
    rows: outcomes.flatMap((outcome) =>
      changedDays(outcome.days.map(({ planned, done, partly }) => [planned, done, partly])).map((day) => {
        const { planned, done, partly } = outcome.days[day] ?? { planned: 0, done: 0, partly: 0 }
        return [outcome.outcome === null ? text.none : text.outcome(outcome.number, outcome.title), dayName(day), planned, done, partly]
      }),
    ),
  }
}
