import { isFiltering, type BoardScope } from '../../../shared/board/query.ts'
import type { ReactNode } from 'react'
import type { Insights } from '../../../shared/insights/insights.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { useBoard, useSession } from '../../state/session.tsx'
import { formatFullDate, quarterMonths } from '../../text/dates.ts'
import { insightsText } from '../../text/insights.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BurnUpChart } from './BurnUpChart.tsx'
import { InsightsFilters } from './InsightsFilters.tsx'
import styles from './InsightsScreen.module.css'
import { NotesChart } from './NotesChart.tsx'
import { SlipsChart } from './SlipsChart.tsx'
import { StatusChart } from './StatusChart.tsx'
import { useInsights } from './use-insights.ts'
import { WaitingChart } from './WaitingChart.tsx'

/** What a quarter, or the year, has come to: five charts, each with what it says in a sentence. */
export function InsightsScreen(): ReactNode {
  const scope = useBoard((state) => state.query.scope)
  const done = useInsights()
  const isWaiting = done?.isCurrent !== true
  return (
    <main className={styles.screen} aria-label={insightsText.label} aria-busy={isWaiting} tabIndex={-1}>
      {scope === 'unscheduled' ? <Unscheduled /> : done === null || done.result === null ? <p className={styles.working}>{insightsText.working}</p> : <Shown insights={done.result} isWaiting={isWaiting} />}
    </main>
  )
}

function Shown({ insights, isWaiting }: { readonly insights: Insights; readonly isWaiting: boolean }): ReactNode {
  const { planned, hidden, scope } = insights
  return (
    <div className={styles.shown} data-working={isWaiting || undefined}>
      <header className={styles.head}>
        <h2 className={styles.heading}>{insightsText.heading(scope, whenOf(insights))}</h2>
        <p className={styles.count}>{insightsText.planned(planned.length)}</p>
        <InsightsFilters hidden={hidden} />
      </header>
      {planned.length === 0 && insights.lives.length === 0 ? (
        <Nothing insights={insights} />
      ) : (
        <div className={styles.charts}>
          <StatusChart insights={insights} />
          <BurnUpChart insights={insights} />
          <SlipsChart insights={insights} />
          <NotesChart insights={insights} />
          <WaitingChart insights={insights} />
        </div>
      )}
    </div>
  )
}

function whenOf({ scope, span, view }: Insights): string {
  return scope === 'year' ? `${formatFullDate(span.from)} – ${formatFullDate(span.to)}` : quarterMonths({ startsOn: yearStartOf(view), quarter: scope })
}

/** No chart says why: nothing planned, or everything left out. */
function Nothing({ insights: { scope, hidden } }: { readonly insights: Insights }): ReactNode {
  const { board, ui } = useSession()
  const isNarrowed = useBoard((state) => isFiltering(state.query.filter))
  if (isNarrowed && hidden > 0) {
    return (
      <EmptyState
        title={insightsText.allHidden(hidden)}
        actions={
          <Button variant="primary" onClick={() => board.getState().clearFilter()}>
            {insightsText.clear}
          </Button>
        }
      />
    )
  }
  return (
    <EmptyState
      title={insightsText.nothing(scope)}
      actions={
        <Button variant="primary" keys="G B" onClick={() => ui.getState().goTo('board')}>
          {insightsText.toBoard}
        </Button>
      }
    >
      {insightsText.nothingHint}
    </EmptyState>
  )
}

function Unscheduled(): ReactNode {
  const { board } = useSession()
  const year: BoardScope = 'year'
  return (
    <EmptyState title={insightsText.unscheduled} actions={<Button onClick={() => board.getState().showScope(year)}>{insightsText.year}</Button>}>
      {insightsText.unscheduledHint}
    </EmptyState>
  )
}
