import type { ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { goalsOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { subGoalsDone } from '../../../shared/plan/rollup.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { useUi } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import styles from './PastGoal.module.css'

/** The sub-goals a goal had; each leads to itself as it was. */
export function PastSubGoals({ goal, view }: { readonly goal: GoalId; readonly view: PlanView }): ReactNode {
  const open = useUi((state) => state.openGoal)
  const subGoals = goalsOf(view, goal)
  if (subGoals.length === 0) return null
  const { done, total } = subGoalsDone(view, goal)
  return (
    <section className={styles.section} aria-label={goalText.subGoals}>
      <h3 className={styles.heading}>
        {goalText.subGoals} <span className={styles.count}>{goalText.subGoalsDone(done, total)}</span>
      </h3>
      <ul>
        {subGoals.map(({ id, title, status }) => (
          <li key={id}>
            <button type="button" className={styles.link} onClick={() => open(id)}>
              <StatusIcon status={status} className={statusTone(status)} />
              <span>{title === '' ? goalText.untitled : title}</span>
              <span className={styles.said}>{statusLabel[status]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
