import { Check } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import type { ClashRow, DeletionRow, Side } from '../../../shared/review/review-row.ts'
import { recordWords } from '../../parts/record-words.ts'
import { exchangeText, mergeText } from '../../text/exchange.ts'
import { classes } from '../../ui/classes.ts'
import { FoldButton } from './FoldButton.tsx'
import styles from './QuestionCard.module.css'
import { useReview, useReviewState } from './review-context.ts'
import { whoWrote } from '../../parts/who-wrote.ts'

export interface QuestionCardProps {
  readonly row: ClashRow | DeletionRow
  /** What it is about, at the end of the line: the field. */
  readonly question: string
  readonly mine: ReactNode
  readonly theirs: ReactNode
  readonly canUnfold?: boolean | undefined
  readonly isTabbable: boolean
}

const sides: readonly Side[] = ['mine', 'theirs']

/** Two values with who wrote them and when, of which one is chosen. Choosing the one that counts confirms it. */
export function QuestionCard({ row, question, mine, theirs, canUnfold = false, isTabbable }: QuestionCardProps) {
  const { view } = useReview().review
  const chosen = useReviewState(({ choices }) => choices.get(row.key))
  const { number, title, hint } = recordWords(view, row.on)
  const name = useId()
  return (
    <fieldset className={styles.card}>
      <legend className={styles.legend}>
        <span className={styles.number}>{number}</span> <b className={styles.title}>{title}</b>{' '}
        <span className={styles.question}>
          {hint} {question}
        </span>
        {chosen !== undefined && (
          <span className={styles.decided}>
            <Check aria-hidden="true" />
            {mergeText.isDecided}
          </span>
        )}
      </legend>
      <div className={styles.sides}>
        {sides.map((side) => (
          <SideChoice key={side} row={row} side={side} name={name} isChosen={(chosen ?? row.counts) === side} isTabbable={isTabbable}>
            {side === 'mine' ? mine : theirs}
          </SideChoice>
        ))}
      </div>
      {canUnfold && <FoldButton rowKey={row.key} isTabbable={isTabbable} />}
    </fieldset>
  )
}

interface SideChoiceProps {
  readonly row: ClashRow | DeletionRow
  readonly side: Side
  readonly name: string
  readonly isChosen: boolean
  readonly isTabbable: boolean
  readonly children: ReactNode
}

function SideChoice({ row, side, name, isChosen, isTabbable, children }: SideChoiceProps) {
  const { review, store } = useReview()
  const { mine, theirs } = row.conflict
  const isLater = side === 'mine' ? mine.at > theirs.at : theirs.at > mine.at
  const choose = (): void => store.getState().choose(row, side)
  return (
    <label className={classes(styles.side, isChosen && styles.chosen)}>
      {/* a press on the side that counts confirms it, which is no change of the input */}
      <input type="radio" name={name} value={side} checked={isChosen} tabIndex={isTabbable && isChosen ? 0 : -1} onChange={choose} onClick={choose} />
      <span className={styles.value}>{children}</span>
      <span className={styles.who}>
        {side === 'mine' ? exchangeText.here : mergeText.inFile}: {whoWrote(review.view, row.conflict[side].at)}
        {isLater && <b className={styles.later}>, {mergeText.later}</b>}
      </span>
    </label>
  )
}
