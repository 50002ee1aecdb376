import { Search } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { waitingOnTeam } from '../../../shared/teams/asks.ts'
import { countsOf, type By, type Portfolio } from '../../../shared/teams/portfolio.ts'
import { statusCounts } from '../../../shared/words/statuses.ts'
import { progressShares } from '../../parts/progress-shares.ts'
import { walkRows } from '../../parts/walk-rows.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { teamsText } from '../../text/teams.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './NameList.module.css'
import { teamsStoreOf, useTeams } from './teams-store.ts'
import type { Portfolios } from './use-portfolios.ts'

const kinds: readonly { readonly value: By; readonly label: string }[] = [
  { value: 'team', label: teamsText.teams },
  { value: 'owner', label: teamsText.owners },
]

/** From so many names on one looks for one by its letters. */
const searchFrom = 10

/** The teams or the owners, one of them chosen; what is chosen follows the arrows. */
export function NameList({ all, listed, chosen }: Portfolios): ReactNode {
  const session = useSession()
  const { by, search } = useTeams((state) => state)
  const store = teamsStoreOf(session)
  return (
    <div className={styles.side} data-print="hide">
      <SegmentedControl label={teamsText.by} size="small" className={styles.kinds} value={by} segments={kinds} onChange={(next) => store.setState({ by: next, search: '' })} />
      {(all.length >= searchFrom || search !== '') && (
        <TextField label={teamsText.search[by]} hideLabel data-teams-search placeholder={teamsText.search[by]} start={<Search aria-hidden="true" />} value={search} onChange={(next) => store.setState({ search: next })} />
      )}
      <ul className={styles.names} aria-label={teamsText.list[by]} data-walk="names">
        {listed.map((portfolio) => (
          <NameRow key={portfolio.name} by={by} portfolio={portfolio} isChosen={portfolio.name === chosen?.name} />
        ))}
      </ul>
    </div>
  )
}

function NameRow({ by, portfolio, isChosen }: { readonly by: By; readonly portfolio: Portfolio; readonly isChosen: boolean }): ReactNode {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const counts = useMemo(() => countsOf(portfolio), [portfolio])
  const toAnswer = useMemo(() => (by === 'owner' || portfolio.name === '' ? 0 : waitingOnTeam(view, portfolio.name).filter(({ accepted }) => !accepted).length), [view, by, portfolio.name])
  const store = teamsStoreOf(session)
  const choose = (): void => store.setState({ chosen: { ...store.getState().chosen, [by]: portfolio.name } })
  return (
    <li>
      <button type="button" aria-current={isChosen} tabIndex={isChosen ? 0 : -1} data-opens={portfolio.name} className={styles.name} onClick={choose} onFocus={choose} onKeyDown={walkRows}>
        <span className={portfolio.name === '' ? styles.nobody : styles.who}>{portfolio.name === '' ? teamsText.nobody : portfolio.name}</span>
        <span className={styles.count}>{portfolio.total}</span>
        {portfolio.total > 0 && <ProgressBar title={statusCounts(counts).join(', ')} total={portfolio.total} shares={progressShares(counts)} className={styles.bar} />}
        {toAnswer > 0 && <span className={styles.toAnswer}>{teamsText.toAnswer(toAnswer)}</span>}
      </button>
    </li>
  )
}
