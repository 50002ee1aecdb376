import type { ReactNode } from 'react'
import type { Card } from '../../shared/board/card.ts'
import type { Day } from '../../shared/model/date.ts'
import { boardText } from '../text/board.ts'
import { formatDate, formatMonthName } from '../text/dates.ts'
import styles from './CardFace.module.css'
import { ConflictMark } from './ConflictMark.tsx'

export interface CardHeadProps {
  readonly card: Card
  /** First day of the fiscal year, which dates in it do without. */
  readonly startsOn: Day
  /** How many conflicts of the goal wait to be looked at. */
  readonly conflicts: number
  /** Whether the program is told: where cards of several stand together. */
  readonly showsProgram: boolean
}

/** The top line of a card: number, outcome, and when somebody last wrote about the goal. */
export function CardHead({ card, startsOn, conflicts, showsProgram }: CardHeadProps): ReactNode {
  const belongs = card.parentTitle ?? (card.outcomeNumber === '' ? '' : boardText.outcome(card.outcomeNumber))
  return (
    <div className={styles.head}>
      {showsProgram && card.programCode !== '' && <span className={styles.program}>{card.programCode}</span>}
      {card.outputNumber !== '' && <span className={styles.number}>{card.outputNumber}</span>}
      {belongs !== '' && <span className={styles.outcome}>{belongs}</span>}
      <ConflictMark count={conflicts} />
      <NoteDate card={card} startsOn={startsOn} />
    </div>
  )
}

function NoteDate({ card, startsOn }: Pick<CardHeadProps, 'card' | 'startsOn'>): ReactNode {
  if (card.needsNoteIn !== null) return <span className={styles.dueNow}>{boardText.noNoteIn(formatMonthName(card.needsNoteIn))}</span>
  if (card.needsNote) {
    const text = card.needsNoteSince === null ? boardText.noNote : boardText.noNoteSince(formatDate({ date: card.needsNoteSince, startsOn }))
    return <span className={styles.due}>{text}</span>
  }
  return card.notedOn === null ? null : <span className={styles.date}>{formatDate({ date: card.notedOn, startsOn })}</span>
}
