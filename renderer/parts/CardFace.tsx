import type { ReactNode } from 'react'
import { noMarks, type CardMarks } from '../../shared/board/card-marks.ts'
import type { Card } from '../../shared/board/card.ts'
import type { Day } from '../../shared/model/date.ts'
import { asksForReason } from '../../shared/model/status.ts'
import { boardText } from '../text/board.ts'
import { classes } from '../ui/classes.ts'
import styles from './CardFace.module.css'
import { CardHead } from './CardHead.tsx'
import { CardMeta } from './CardMeta.tsx'
import { heldWords } from './held-words.ts'

export interface CardFaceProps {
  readonly card: Card
  /** First day of the fiscal year. */
  readonly startsOn: Day
  readonly showsQuarter: boolean
  /** How many conflicts of the goal wait to be looked at. */
  readonly conflicts?: number | undefined
  /** What is marked of the goal's life; nothing where cards are looked at as they were. */
  readonly marks?: CardMarks | undefined
  readonly showsProgram?: boolean | undefined
  /** Stands in the place of the title, while that is edited. */
  readonly title?: ReactNode
}

/** What a card says of its goal. What can be done with it is added by who shows it. */
export function CardFace({ card, startsOn, showsQuarter, conflicts = 0, marks = noMarks, showsProgram = false, title }: CardFaceProps): ReactNode {
  const { goal } = card
  const reasons = [heldWords(marks, startsOn), goal.reason, goal.waitingOn === '' ? '' : boardText.waitingOn(goal.waitingOn)]
  // a reason stays with the goal, but says something only while it is held up
  const reason = asksForReason(goal.status) ? reasons.filter((part) => part !== '').join(' · ') : ''
  const words = reason === '' ? (card.noted ?? '') : reason
  return (
    <>
      <CardHead card={card} startsOn={startsOn} conflicts={conflicts} showsProgram={showsProgram} />
      {title ?? (goal.title === '' ? <p className={classes(styles.title, styles.untitled)}>{boardText.untitled}</p> : <p className={styles.title}>{goal.title}</p>)}
      {words !== '' && <p className={styles.note}>{words}</p>}
      <CardMeta card={card} startsOn={startsOn} marks={marks} showsQuarter={showsQuarter} />
    </>
  )
}
