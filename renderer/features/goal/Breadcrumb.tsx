import { ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { lineageOf } from '../../../shared/plan/goal-place.ts'
import { usePlan, useUi } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import styles from './GoalPanel.module.css'

/** The goals above this one, the topmost first; each leads to itself. */
export function Breadcrumb({ id }: { readonly id: GoalId }) {
  const view = usePlan((state) => state.view)
  const open = useUi((state) => state.openGoal)
  const above = useMemo(() => [...lineageOf(view, id)].slice(1).toReversed(), [view, id])
  if (above.length === 0) return null
  return (
    <nav aria-label={goalText.partOf}>
      <ol className={styles.crumbs}>
        {above.map((goal) => (
          <li key={goal.id} className={styles.crumb}>
            <button type="button" className={styles.up} onClick={() => open(goal.id)}>
              {goal.title === '' ? goalText.untitled : goal.title}
            </button>
            <ChevronRight aria-hidden="true" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
