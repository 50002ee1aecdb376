import { mergeText } from '../../text/exchange.ts'
import { Button } from '../../ui/Button.tsx'
import { useReview, useReviewState } from './review-context.ts'
import styles from './ReviewList.module.css'

/** Shows the whole of the long texts of a row, or only what is around their changes. */
export function FoldButton({ rowKey, isTabbable }: { readonly rowKey: string; readonly isTabbable: boolean }) {
  const { store } = useReview()
  const isUnfolded = useReviewState(({ unfolded }) => unfolded.has(rowKey))
  return (
    <Button size="small" variant="quiet" className={styles.fold} aria-expanded={isUnfolded} tabIndex={isTabbable ? 0 : -1} onClick={() => store.getState().toggleFold(rowKey)}>
      {isUnfolded ? mergeText.fold : mergeText.showAll}
    </Button>
  )
}
