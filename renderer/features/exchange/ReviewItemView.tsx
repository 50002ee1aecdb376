import { memo, type ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import { ClashCard } from './ClashCard.tsx'
import { DeletionCard } from './DeletionCard.tsx'
import { useReview } from './review-context.ts'
import type { ReviewItem, RowItem } from './review-items.ts'
import styles from './ReviewList.module.css'
import { ReviewRowView } from './ReviewRowView.tsx'
import { SectionHead } from './SectionHead.tsx'

export interface ReviewItemViewProps {
  readonly item: ReviewItem
  readonly index: number
  /** How far down it stands; null for the head that stays in sight. */
  readonly top: number | null
  /** Rows have gone up behind it. */
  readonly isOver: boolean
  readonly by: string
  /** The row with the focus, or the head above it: what Tab leads to. */
  readonly isActive: boolean
  readonly measure: (element: Element | null) => void
}

/** One item at its place in the list. */
export const ReviewItemView = memo(function ReviewItemView({ item, index, top, isOver, by, isActive, measure }: ReviewItemViewProps) {
  const { isNew } = useReview()
  const place = { className: classes(styles.item, top === null && styles.stuck, isOver && styles.over), style: top === null ? undefined : { top }, ref: measure, 'data-index': index }
  if (item.kind === 'head') {
    return (
      <div {...place}>
        <SectionHead item={item} by={by} isTabbable={isActive} />
      </div>
    )
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a row of a plan that is new here has no control of its own
    <div {...place} role="listitem" aria-posinset={item.position} aria-setsize={item.size} data-review-row={item.key} tabIndex={isNew && isActive ? 0 : isNew ? -1 : undefined}>
      <RowContent item={item} isTabbable={isActive} />
    </div>
  )
})

function RowContent({ item, isTabbable }: { readonly item: RowItem; readonly isTabbable: boolean }): ReactNode {
  const { row } = item
  switch (row.kind) {
    case 'clash':
      return <ClashCard row={row} isTabbable={isTabbable} />
    case 'deletion':
      return <DeletionCard row={row} isTabbable={isTabbable} />
    default:
      return <ReviewRowView item={item} isTabbable={isTabbable} />
  }
}
