import type { ReactNode } from 'react'
import type { Card } from '../../shared/board/card.ts'
import { categoryOf } from '../../shared/model/status.ts'
import { isTeamName } from '../../shared/teams/known-teams.ts'
import { boardText } from '../text/board.ts'
import { quarterLabel } from '../text/dates.ts'
import { acceptText } from '../text/teams.ts'
import styles from './CardFace.module.css'

export interface CardMetaProps {
  readonly card: Card
  /** Whether the quarter is told: where cards of several stand together. */
  readonly showsQuarter: boolean
}

/** The bottom line of a card: who, which tasks, stretch, how far its sub-goals are. */
export function CardMeta({ card: { goal, quarter, subGoals, subGoalsDone }, showsQuarter }: CardMetaProps): ReactNode {
  const told = showsQuarter ? quarter : null
  const asked = categoryOf(goal.status) === 'closed' ? [] : goal.dependsOn.filter(isTeamName)
  const isEmpty = goal.teams.length === 0 && asked.length === 0 && goal.tasks.length === 0 && !goal.stretch && subGoals === 0 && told === null
  if (isEmpty) return null
  return (
    <div className={styles.meta}>
      {told !== null && <span className={styles.tag}>{quarterLabel(told)}</span>}
      {goal.stretch && <span className={styles.tag}>{boardText.stretch}</span>}
      {goal.teams.map((team) => (
        <span key={team} className={styles.tag}>
          {team}
        </span>
      ))}
      {asked.map((team) => (
        <span key={team} className={styles.asked}>
          <span className={styles.askedOf}>{acceptText.needs(team)}</span>
          {acceptText.answer(goal.accepted.includes(team))}
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
