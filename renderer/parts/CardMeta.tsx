import type { ReactNode } from 'react'
import type { CardMarks } from '../../shared/board/card-marks.ts'
import type { Card } from '../../shared/board/card.ts'
import type { Day } from '../../shared/model/date.ts'
import { categoryOf } from '../../shared/model/status.ts'
import { isTeamName } from '../../shared/teams/known-teams.ts'
import { boardText } from '../text/board.ts'
import { formatLongDate, formatMonthOf, quarterLabel, quarterSpan } from '../text/dates.ts'
import { acceptText } from '../text/teams.ts'
import { carriedOnWords, carriedWords } from '../text/turn.ts'
import styles from './CardFace.module.css'
import { TaskLink } from './TaskLink.tsx'

export interface CardMetaProps {
  readonly card: Card
  /** First day of the fiscal year, which dates in it do without. */
  readonly startsOn: Day
  readonly marks: CardMarks
  /** Whether the quarter is told: where cards of several stand together. */
  readonly showsQuarter: boolean
}

/** The bottom line of a card: who, which tasks, stretch, from where it was carried, how far its sub-goals are. */
export function CardMeta({ card, startsOn, marks, showsQuarter }: CardMetaProps): ReactNode {
  const { goal, subGoals, subGoalsDone } = card
  const told = quartersTold({ card, showsQuarter })
  const way = wayOf(card)
  const sinceStart = marks.addedOn === null ? (marks.rewordedOn === null ? null : { on: marks.rewordedOn, words: boardText.reworded }) : { on: marks.addedOn, words: boardText.added }
  const asked = categoryOf(goal.status) === 'closed' ? [] : goal.dependsOn.filter(isTeamName)
  const isEmpty = sinceStart === null && goal.teams.length === 0 && asked.length === 0 && goal.tasks.length === 0 && !goal.stretch && !marks.isDropped && subGoals === 0 && told === '' && way.length === 0
  if (isEmpty) return null
  return (
    <div className={styles.meta}>
      {told !== '' && <span className={styles.tag}>{told}</span>}
      {sinceStart !== null && (
        <span className={styles.since} title={formatLongDate(sinceStart.on)}>
          {sinceStart.words(formatMonthOf({ date: sinceStart.on, startsOn }))}
        </span>
      )}
      {marks.isDropped && <span className={styles.tag}>{boardText.dropped}</span>}
      {goal.stretch && <span className={styles.tag}>{boardText.stretch}</span>}
      {goal.teams.map((team) => (
        <span key={team} className={styles.tag}>
          {team}
        </span>
      ))}
      {asked.map((team) => (
        <span key={team} className={styles.asked}>
          <span className={styles.askedOf}>{acceptText.needs(team)}</span>
          : {acceptText.state(goal.accepted.includes(team))}
        </span>
      ))}
      {goal.tasks.map((task) => (
        <TaskLink key={task} task={task} className={styles.task} isTabStop={false} />
      ))}
      {way.map((words) => (
        <span key={words} className={styles.way}>
          {words}
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

/** The quarter where cards of several stand together, and wherever a goal spans more than one. */
function quartersTold({ card: { quarter, until }, showsQuarter }: Pick<CardMetaProps, 'card' | 'showsQuarter'>): string {
  if (quarter === null) return ''
  if (until !== null && until > quarter) return quarterSpan(quarter, until)
  return showsQuarter ? quarterLabel(quarter) : ''
}

/** Where the goal came from, and where it went on. */
function wayOf({ timesCarried, carriedFrom, carriedFromYear, isCarriedOn, carriedTo, carriedToYear }: Card): readonly string[] {
  const from = carriedFrom === null ? (carriedFromYear ?? '') : quarterLabel(carriedFrom)
  return [...(timesCarried > 0 ? [carriedWords(from, timesCarried)] : []), ...(isCarriedOn ? [carriedOnWords(carriedTo === null ? (carriedToYear ?? '') : quarterLabel(carriedTo))] : [])]
}
