import type { ReactNode } from 'react'
import type { Card } from '../../../shared/board/card.ts'
import { useBoard } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { quarterLabel } from '../../text/dates.ts'
import styles from './GoalCard.module.css'

/** The bottom line of a card: who, which tasks, stretch, how far its sub-goals are. */
export function CardMeta({ card: { goal, quarter, subGoals, subGoalsDone } }: { readonly card: Card }): ReactNode {
  const showsQuarter = useBoard((state) => state.query.scope === 'year') && quarter !== null
  const isEmpty = goal.teams.length === 0 && goal.tasks.length === 0 && !goal.stretch && subGoals === 0 && !showsQuarter
  if (isEmpty) return null
  return (
    <div className={styles.meta}>
      {showsQuarter && <span className={styles.tag}>{quarterLabel(quarter)}</span>}
      {goal.stretch && <span className={styles.tag}>{boardText.stretch}</span>}
      {goal.teams.map((team) => (
        <span key={team} className={styles.tag}>
          {team}
        </span>
      ))}
      {goal.tasks.map((task) => (
        <span key={task} className={styles.task}>
          {task}
        </span>
      ))}
      {subGoals > 0 && (
        <span className={styles.count} aria-label={boardText.subGoalsLong(subGoalsDone, subGoals)}>
          {boardText.subGoals(subGoalsDone, subGoals)}
        </span>
      )}
    </div>
  )
}
