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
  const [finished, setFinished] = useState<{ readonly begun: typeof begun; readonly review: MergeReview }>()
  // a transition, so that a long list is drawn in slices too
  useEffect(() => (begun.atOnce === null ? runSteps(begun.steps, (review) => startTransition(() => setFinished({ begun, review }))) : undefined), [begun])
  return begun.atOnce === null ? { review: finished?.review ?? null, isCurrent: finished?.begun === begun } : { review: begun.atOnce, isCurrent: true }
}
