import { Fragment, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { outcomeOfGoal, outputOfGoal } from '../../../shared/plan/goal-place.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { TaskLink } from '../../parts/TaskLink.tsx'
import { usePlan } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import styles from './Pane.module.css'

/** Where a goal belongs, in one line: its output, outcome, teams and tasks; and what can be done with all of them. */
export function PlaceLine({ goal: id, children }: { readonly goal: GoalId; readonly children: ReactNode }): ReactNode {
  const goal = usePlan(({ view }) => recordOf(view, id))
  const number = usePlan(({ view }) => outputOfGoal(view, id)?.number ?? '')
  const outcome = usePlan(({ view }) => outcomeOfGoal(view, id)?.number ?? '')
  if (goal === null) return null
  const parts: readonly (readonly [string, ReactNode])[] = [
    ['output', number === '' ? checkInText.noOutput : <span key="output" className={styles.number}>{number}</span>],
    ...(outcome === '' ? [] : [['outcome', checkInText.outcome(outcome)] as const]),
    ...goal.teams.map((team) => [`team ${team}`, team] as const),
    ...goal.tasks.map((task) => [`task ${task}`, <TaskLink key={task} task={task} />] as const),
  ]
  return (
    <div className={styles.place}>
      <p className={styles.places}>
        {parts.map(([key, part], at) => (
          <Fragment key={key}>
            {at > 0 && ', '}
            {part}
          </Fragment>
        ))}
      </p>
      {children}
    </div>
  )
}
