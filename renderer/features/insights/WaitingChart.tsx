import { scaleLinear } from 'd3-scale'
import { useState, type PointerEvent, type ReactNode } from 'react'
import type { Insights } from '../../../shared/insights/insights.ts'
import type { WaitingGoal } from '../../../shared/insights/waiting-goals.ts'
import type { Day } from '../../../shared/model/date.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { openGoal } from '../../parts/open-goal.ts'
import { useSession } from '../../state/session.tsx'
import { formatDate } from '../../text/dates.ts'
import { waitingSentence, whereTo } from '../../text/insight-sentences.ts'
import { insightsText } from '../../text/insights.ts'
import { Button } from '../../ui/Button.tsx'
import { ShowAllButton } from '../../ui/ShowAllButton.tsx'
import { ChartCard } from './ChartCard.tsx'
import { ChartSurface } from './ChartSurface.tsx'
import type { Cell } from './chart-cells.ts'
import type { TableWords } from './ChartTable.tsx'
import { WaitingRow } from './WaitingRow.tsx'
import styles from './WaitingChart.module.css'
import { StatusPatterns } from './StatusPatterns.tsx'
import { useDrawingId } from './use-drawing-id.ts'

const { waiting: text } = insightsText

/** How many goals are shown until one asks for all: held up, and postponed. */
const first = 8
const firstPostponed = 4

/** Goals that are blocked or stalled, those that have been for longest first, and apart from them those postponed. */
export function WaitingChart({ insights }: { readonly insights: Insights }): ReactNode {
  const session = useSession()
  const id = useDrawingId()
  const [isWhole, setWhole] = useState(false)
  const { held, postponed, carried } = insights.waiting
  const all = [...held, ...postponed]
  const folded = [...held.slice(0, first), ...postponed.slice(0, firstPostponed)]
  const isLong = all.length > folded.length + 2
  const shown = isLong && !isWhole ? folded : all
  const most = Math.max(...all.map(({ days }) => days ?? 0), 1)
  const startsOn = yearStartOf(insights.view)
  const over = insights.span.to < insights.today ? text.whenOver(insights.scope) : ''
  const words = ({ goal, ...waiting }: WaitingGoal): string => `${goal.title === '' ? insightsText.untitled : goal.title}: ${statusLabel[goal.status]}, ${ageWords({ ...waiting, startsOn, over })}. ${whyWords(goal)}`
  return (
    <ChartCard isWide title={text.title} sentence={waitingSentence(insights)} table={all.length === 0 ? null : () => tableOf(all, startsOn)}>
      {all.length === 0 && carried.length === 0
        ? null
        : (pick) => (
            <>
              {shown.length > 0 && (
                <ChartSurface
                  title={text.title}
                  columns={1}
                  rows={shown.length}
                  start={{ column: 0, row: 0 }}
                  page={first}
                  valueAt={({ row }) => (shown[row] === undefined ? '' : words(shown[row]))}
                  cellAt={cellAt}
                  onPick={({ row }) => shown[row] !== undefined && openGoal(session, shown[row].goal.id)}
                >
                  {({ width, cursor }) => (
                    <>
                      <svg width="0" height="0" className={styles.patterns}>
                        <StatusPatterns id={id} />
                      </svg>
                      {shown.map((waiting, row) => (
                        <WaitingRow
                          key={waiting.goal.id}
                          waiting={waiting}
                          row={row}
                          x={scaleLinear([0, most], [0, longestBar({ width, over })])}
                          pattern={id}
                          isRead={cursor?.row === row}
                          isFirstPostponed={waiting.goal.status === 'postponed' && shown[row - 1]?.goal.status !== 'postponed'}
                          since={[waiting.days === null ? '' : over, sinceWords({ ...waiting, startsOn })].filter((part) => part !== '').join(', ')}
                        />
                      ))}
                    </>
                  )}
                </ChartSurface>
              )}
              <div className={styles.more}>
                {isLong && <ShowAllButton count={all.length} isWhole={isWhole} onChange={setWhole} />}
                {carried.length > 0 && (
                  <p>
                    {text.carried(carried.length, whereTo(carried))}{' '}
                    <Button size="small" variant="quiet" onClick={() => pick({ title: text.behindCarried, goals: carried.map(({ goal }) => goal) })}>
                      {text.listCarried}
                    </Button>
                  </p>
                )}
              </div>
            </>
          )}
    </ChartCard>
  )
}

/** Beside it the days stand in words; where there is little room it has a line of its own. */
function longestBar({ width, over }: { readonly width: number; readonly over: string }): number {
  const room = width < 588 ? width - 40 : (width - 46) * 0.6
  // of a quarter that is over they say so as well
  return Math.max(room - (over === '' ? 168 : 268), 24)
}

function cellAt(event: PointerEvent): Cell | null {
  const row = (event.target instanceof Element ? event.target.closest('[data-row]') : null)?.getAttribute('data-row') ?? null
  return row === null ? null : { column: 0, row: Number(row) }
}

interface Since extends Pick<WaitingGoal, 'since' | 'isAhead'> {
  readonly startsOn: Day
}

function sinceWords({ since, isAhead, startsOn }: Since): string {
  return since === null ? text.unknown : text[isAhead ? 'from' : 'since'](formatDate({ date: since, startsOn }))
}

/** @param over when the days end, where that is not today */
function ageWords({ days, over, ...since }: Since & { readonly days: number | null; readonly over: string }): string {
  return [...(days === null ? [] : [[text.days(days), over].filter((part) => part !== '').join(' ')]), sinceWords(since)].join(', ')
}

function whyWords({ waitingOn, reason }: Goal): string {
  return [waitingOn === '' ? '' : text.waitsOn(waitingOn), reason].filter((part) => part !== '').join(' ')
}

function tableOf(all: readonly WaitingGoal[], startsOn: string): TableWords {
  return {
    columns: [text.goal, text.status, text.sinceHead, text.daysHead, text.reason, text.whom],
    rows: all.map(({ goal, since, days }) => [goal.title, statusLabel[goal.status], since === null ? text.unknown : formatDate({ date: since, startsOn }), days ?? '', goal.reason, goal.waitingOn]),
  }
}
