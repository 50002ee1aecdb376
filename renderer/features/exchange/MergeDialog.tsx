import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Edit } from '../../../shared/changes/change.ts'
import type { Conflict } from '../../../shared/changes/conflict.ts'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { stampsAhead } from '../../../shared/changes/merge.ts'
import type { PlanFile } from '../../../shared/file/read-plan-file.ts'
import { choicesToEdits, countChanges, reviewedConflicts } from '../../../shared/review/review-choices.ts'
import { CountCards } from '../../parts/CountCards.tsx'
import { formatMoment } from '../../text/dates.ts'
import { exchangeText, mergeText } from '../../text/exchange.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ClockWarning } from './ClockWarning.tsx'
import { mergeCards } from './merge-cards.ts'
import styles from './MergeDialog.module.css'
import { MergeBody } from './MergeBody.tsx'
import { createReviewStore } from './review-store.ts'
import { useMergeReview } from './use-merge-review.ts'

/** What a person decided in a review. */
export interface MergeDecision {
  /** What was chosen against what the merge would make count: changes on top of it. */
  readonly edits: readonly Edit[]
  /** The conflicts that were looked at and decided, whichever way; the others wait. */
  readonly reviewed: readonly Conflict[]
  /** How many things will be another way than they were here, as the review has counted them. */
  readonly changes: number
}

export interface MergeDialogProps {
  readonly file: Pick<PlanFile, 'set' | 'by' | 'at' | 'byHand'>
  readonly fileName: string
  /** The plan as it is here; empty where it is new on this computer. Another window may edit it meanwhile. */
  readonly mine: ChangeSet
  /** Milliseconds since 1970, by this computer's clock. */
  readonly now: number
  readonly onCancel: () => void
  readonly onMerge: (decision: MergeDecision) => void
  /** Opens the file as a plan of its own instead, with new ids throughout. */
  readonly onOpenCopy?: (() => void) | undefined
}

/** Shows what a file would bring before it is merged, and lets the person decide what both sides changed. */
export function MergeDialog({ file, fileName, mine, now, onCancel, onMerge, onOpenCopy }: MergeDialogProps) {
  const { review, isCurrent } = useMergeReview({ mine, theirs: file.set })
  const [store] = useState(createReviewStore)
  const choices = useStore(store, (state) => state.choices)
  const ahead = useMemo(() => stampsAhead({ set: file.set, known: mine.knows, now }), [mine, file, now])
  const [isAccepted, setAccepted] = useState(false)
  // not a button: pressed too early, Enter would do what nobody meant
  const waiting = useRef<HTMLParagraphElement>(null)
  const isNew = mine.records.size === 0
  const isNothing = review?.nothing === true
  const leftOpen = review?.leftOpen ?? 0
  const isHeld = !isCurrent || (ahead.length > 0 && !isAccepted)
  const by = file.by.name
  const changes = useMemo(() => (review === null ? 0 : countChanges({ review, choices })), [review, choices])
  const merge = (): void => {
    if (isNothing) onCancel()
    else if (review !== null && !isHeld) onMerge({ edits: choicesToEdits({ review, choices }), reviewed: reviewedConflicts({ review, choices }), changes })
  }
  const said = [mergeText.description({ file: fileName, when: formatMoment(Date.parse(file.at)), by }), ...(file.byHand === null ? [] : [originText({ isMade: file.byHand.isMade, isNew })]), ...(isNothing ? [] : [isNew ? mergeText.promiseNew : mergeText.promise]), ...(leftOpen === 0 ? [] : [mergeText.leftOpen(leftOpen)])]
  const title = review === null ? mergeText.reading : isNew ? mergeText.titleNew(review.view.plan?.title ?? '') : mergeText.title(by, review.view.plan?.title ?? '')
  return (
    <Dialog
      open
      size={isNothing ? 'medium' : 'large'}
      isFilled={!isNothing}
      className={isNothing ? undefined : styles.dialog}
      onOpenChange={(open) => !open && onCancel()}
      title={title}
      description={<span className={styles.description}>{said.join(' ')}</span>}
      top={
        review === null || isNothing ? undefined : (
          <>
            <CountCards cards={mergeCards({ review, isNew, isWhole: file.byHand === null })} />
            {ahead.length > 0 && <ClockWarning isNew={isNew} ahead={ahead} view={review.view} isAccepted={isAccepted} onAccept={setAccepted} />}
          </>
        )
      }
      onSubmit={merge}
      initialFocus={review === null ? waiting : review.rows.length > 0 && ahead.length === 0 ? false : undefined}
      isWaiting={review === null}
      footerHint={isNothing ? mergeText.hintNothing : isNew ? mergeText.hintNew : `${mergeText.hintKeys}. ${mergeText.hint}.`}
      footer={
        isNothing ? (
          <Button type="submit" variant="primary">
            {exchangeText.close}
          </Button>
        ) : (
          <>
            {onOpenCopy !== undefined && <Button onClick={onOpenCopy}>{mergeText.asCopy}</Button>}
            <Button onClick={onCancel}>{exchangeText.cancel}</Button>
            <Button type="submit" variant="primary" disabled={isHeld || review === null}>
              {isNew ? mergeText.open : mergeText.merge(changes)}
            </Button>
          </>
        )
      }
    >
      <MergeBody review={review} store={store} author={file.byHand?.key ?? file.by.replica} by={file.byHand === null ? by : ''} isNew={isNew} takesFocus={ahead.length === 0} waitingRef={waiting} />
    </Dialog>
  )
}

/** How a file came to be that isn't as the app has written it. */
function originText({ isMade, isNew }: { readonly isMade: boolean; readonly isNew: boolean }): string {
  if (isMade) return isNew ? mergeText.byScriptNew : mergeText.byScript
  return isNew ? mergeText.byHandNew : mergeText.byHand
}
