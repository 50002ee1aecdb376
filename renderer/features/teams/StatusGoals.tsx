import { useId, useState, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'
import { StatusName } from '../../parts/StatusName.tsx'
import { useIsPrinting } from '../../parts/use-is-printing.ts'
import { teamsText } from '../../text/teams.ts'
import { Button } from '../../ui/Button.tsx'
import { GoalRow } from './GoalRow.tsx'
import styles from './PortfolioPane.module.css'

/** How many goals are drawn until somebody asks for more. */
const first = 30

/** The goals of one status; nothing where there are none. */
export function StatusGoals({ status, goals }: { readonly status: Status; readonly goals: readonly GoalId[] }): ReactNode {
  const heading = useId()
  const [shown, setShown] = useState(first)
  const isPrinting = useIsPrinting()
  if (goals.length === 0) return null
  const drawn = isPrinting ? goals : goals.slice(0, shown)
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h3 id={heading} className={styles.heading}>
        <StatusName status={status} /> <span className={styles.count}>{goals.length}</span>
      </h3>
      <ul className={styles.rows}>
        {drawn.map((id) => (
          <GoalRow key={id} id={id} />
        ))}
      </ul>
      {drawn.length < goals.length && (
        <Button size="small" variant="quiet" onClick={() => setShown(shown * 5)}>
          {teamsText.showMore(Math.min(goals.length, shown * 5) - drawn.length)}
        </Button>
      )}
    </section>
  )
}
