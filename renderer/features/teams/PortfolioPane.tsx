import { useId, useMemo, type ReactNode } from 'react'
import { emptyFilter } from '../../../shared/board/query.ts'
import { isQuarter } from '../../../shared/model/year.ts'
import { statuses } from '../../../shared/model/status.ts'
import { parentGoalOf } from '../../../shared/plan/goal-place.ts'
import { rollupOfGoals } from '../../../shared/plan/rollup.ts'
import { countsOf, type By, type Portfolio } from '../../../shared/teams/portfolio.ts'
import { statusCounts } from '../../../shared/words/statuses.ts'
import { progressShares } from '../../parts/progress-shares.ts'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { quarterLabel, quarterMonths } from '../../text/dates.ts'
import { teamsText } from '../../text/teams.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { AskLists } from './AskLists.tsx'
import styles from './PortfolioPane.module.css'
import { StatusGoals } from './StatusGoals.tsx'

export interface PortfolioPaneProps {
  readonly by: By
  readonly portfolio: Portfolio
}

/** What one team or owner has: how it stands, what is asked and waited for, and the goals by status. */
export function PortfolioPane({ by, portfolio }: PortfolioPaneProps): ReactNode {
  const heading = useId()
  const { name } = portfolio
  return (
    <section className={styles.pane} aria-labelledby={heading} data-walk="goals">
      <div className={styles.page}>
        <Head by={by} portfolio={portfolio} heading={heading} />
        {by === 'team' && name !== '' && <AskLists team={name} />}
        {statuses.map((status) => (
          <StatusGoals key={status} status={status} goals={portfolio.goals[status]} />
        ))}
      </div>
    </section>
  )
}

function Head({ by, portfolio, heading }: PortfolioPaneProps & { readonly heading: string }): ReactNode {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const plan = view.plan?.title
  const scope = useBoard((state) => state.query.scope)
  const { name, total } = portfolio
  const counts = useMemo(() => countsOf(portfolio), [portfolio])
  const { progress } = useMemo(() => rollupOfGoals(view, statuses.flatMap((status) => portfolio.goals[status])), [view, portfolio])
  const words = [...(progress === null ? [] : [teamsText.progress(Math.round(progress * 100))]), ...statusCounts(counts)].join(', ')
  const showOnBoard = (): void => {
    const { board, ui } = session
    const { filter, subGoals } = board.getState().query
    const goals = statuses.flatMap((status) => portfolio.goals[status])
    board.getState().narrow({ ...emptyFilter, programs: filter.programs, [by === 'team' ? 'teams' : 'owners']: [name] })
    // what stands here by itself has a card of its own only among sub-goals
    if (!subGoals && goals.some((id) => parentGoalOf(view, id) !== null)) board.getState().showSubGoals(true)
    ui.getState().goTo('board')
  }
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <p className={styles.plan}>{plan}</p>
        <h2 id={heading} className={styles.title}>
          {name === '' ? teamsText.nobody : name}
        </h2>
        <p className={styles.hint}>
          {teamsText.goals(total)}, {isQuarter(scope) ? `${quarterLabel(scope)} ${quarterMonths({ startsOn: yearStartOf(view), quarter: scope })}` : teamsText.scope[scope]}
          {name === '' && `. ${teamsText.nobodyHint[by]}.`}
        </p>
      </div>
      {total > 0 && (
        <Button data-print="hide" onClick={showOnBoard}>
          {teamsText.showOnBoard}
        </Button>
      )}
      {total > 0 && (
        <div className={styles.progress}>
          <ProgressBar title={words} total={total} shares={progressShares(counts)} size="medium" />
          <p className={styles.words}>{words}</p>
        </div>
      )}
    </header>
  )
}
