import { startTransition, useEffect, useMemo, useState } from 'react'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { reviewInSteps, type MergeReview } from '../../../shared/review/merge-review.ts'
import { runSlice, runSteps } from '../../state/run-steps.ts'

export interface ReviewSoFar {
  /** Null while the first is being worked out. */
  readonly review: MergeReview | null
  /** Whether it is of the plan as it stands: while a later one is being worked out, the one before is shown. */
  readonly isCurrent: boolean
}

/** What a merge would do: at once for a plan of the usual size, else as soon as it has been worked out beside all else. */
export function useMergeReview({ mine, theirs }: { readonly mine: ChangeSet; readonly theirs: ChangeSet }): ReviewSoFar {
  const begun = useMemo(() => {
    const steps = reviewInSteps({ mine, theirs })
    return { steps, atOnce: runSlice(steps)?.value ?? null }
  }, [mine, theirs])
  const [last, setLast] = useState<{ readonly begun: typeof begun; readonly review: MergeReview } | null>(null)
  // kept at once, since it is what is shown while a later one is being worked out
  if (begun.atOnce !== null && last?.begun !== begun) setLast({ begun, review: begun.atOnce })
  // a transition, so that a long list is drawn in slices too
  useEffect(() => (begun.atOnce === null ? runSteps(begun.steps, (review) => startTransition(() => setLast({ begun, review }))) : undefined), [begun])
  return { review: begun.atOnce ?? last?.review ?? null, isCurrent: begun.atOnce !== null || last?.begun === begun }
}
