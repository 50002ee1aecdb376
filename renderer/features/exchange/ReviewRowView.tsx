import { useId } from 'react'
import { isProse } from '../../../shared/words/prose.ts'
import { recordWords } from '../../parts/record-words.ts'
import { isLongText } from '../../parts/long-text.ts'
import { mergeText } from '../../text/exchange.ts'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { FoldButton } from './FoldButton.tsx'
import { useReview, useReviewState } from './review-context.ts'
import type { RowItem } from './review-items.ts'
import styles from './ReviewList.module.css'
import { RowWords } from './RowWords.tsx'
import { TakeBox } from './TakeBox.tsx'

export interface ReviewRowViewProps {
  readonly item: RowItem
  readonly isTabbable: boolean
}

/** One thing that comes in, with a tick to leave it as it is here. */
export function ReviewRowView({ item: { row, isFirst, isLast }, isTabbable }: ReviewRowViewProps) {
  const { review, store, isNew } = useReview()
  const isKept = useReviewState(({ choices }) => choices.get(row.key) === 'mine')
  const { number, title } = recordWords(review.view, row.group)
  const id = useId()
  const hasLongText = row.kind === 'field' && isProse(row.change.field) && (isLongText(row.change.before) || isLongText(row.change.after))
  return (
    <div className={classes(styles.row, isNew && styles.bare, isKept && styles.kept, isLast && styles.last)}>
      {!isNew && (
        <>
          <VisuallyHidden>
            <span id={`${id}take`}>{mergeText.take}</span>
          </VisuallyHidden>
          <TakeBox labelledBy={`${id}take ${id}title ${id}words`} isTaken={!isKept} isTabbable={isTabbable} onTake={(isTaken) => store.getState().choose(row, isTaken ? 'theirs' : 'mine')} />
        </>
      )}
      <span className={styles.number}>{isFirst && number}</span>
      <span id={`${id}title`} className={styles.name}>
        {isFirst ? title : <VisuallyHidden>{title}</VisuallyHidden>}
      </span>
      <span id={`${id}words`} className={styles.words}>
        <RowWords row={row} isKept={isKept} />
      </span>
      {hasLongText && <FoldButton rowKey={row.key} isTabbable={isTabbable} />}
    </div>
  )
}
