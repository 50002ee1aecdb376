import { useMemo, type Ref } from 'react'
import type { MergeReview } from '../../../shared/review/merge-review.ts'
import { mergeText } from '../../text/exchange.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './MergeDialog.module.css'
import { ReviewProvider, type ReviewScene } from './review-context.ts'
import type { ReviewStore } from './review-store.ts'
import { ReviewList } from './ReviewList.tsx'

export interface MergeBodyProps extends Omit<ReviewScene, 'review' | 'store'> {
  /** Null while it is being worked out. */
  readonly review: MergeReview | null
  readonly store: ReviewStore
  readonly by: string
  /** The first row gets the focus as soon as it is there. */
  readonly takesFocus: boolean
  /** What has the focus until there is something to choose. */
  readonly waitingRef: Ref<HTMLParagraphElement>
}

/** What a file brings, or that it brings nothing, or that it is still being read. */
export function MergeBody({ review, store, author, by, isNew, takesFocus, waitingRef }: MergeBodyProps) {
  const scene = useMemo(() => (review === null ? null : { review, store, author, isNew }), [review, store, author, isNew])
  if (scene === null || review === null) {
    return (
      <p ref={waitingRef} className={styles.quiet} role="status" tabIndex={-1}>
        {mergeText.reading}
      </p>
    )
  }
  if (review.nothing) return <EmptyState title={mergeText.nothing}>{mergeText.nothingHint}</EmptyState>
  if (review.rows.length === 0) return <p className={styles.quiet}>{mergeText.historyOnly}</p>
  return (
    <ReviewProvider value={scene}>
      <ReviewList by={by} takesFocus={takesFocus} />
    </ReviewProvider>
  )
}
