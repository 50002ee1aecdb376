import type { ReactNode } from 'react'
import type { Card } from '../../../shared/board/card.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { usePlan } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { formatDate } from '../../text/dates.ts'
import styles from './GoalCard.module.css'

/** The top line of a card: number, outcome, and when somebody last wrote about the goal. */
export function CardHead({ card }: { readonly card: Card }): ReactNode {
  return (
    <div className={styles.head}>
      {card.outputNumber !== '' && <span className={styles.number}>{card.outputNumber}</span>}
      <span className={styles.outcome}>{card.parentTitle ?? (card.outcomeNumber === '' ? '' : boardText.outcome(card.outcomeNumber))}</span>
      <NoteDate card={card} />
    </div>
  )
}

function NoteDate({ card }: { readonly card: Card }): ReactNode {
  const startsOn = usePlan((state) => yearStartOf(state.view))
  if (card.needsNote) {
    const text = card.needsNoteSince === null ? boardText.noNote : boardText.noNoteSince(formatDate({ date: card.needsNoteSince, startsOn }))
    return <span className={styles.due}>{text}</span>
  }
  return card.notedOn === null ? null : <span className={styles.date}>{formatDate({ date: card.notedOn, startsOn })}</span>
}
