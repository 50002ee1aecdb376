import { startTransition, useEffect, useMemo, useState } from 'react'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { reviewInSteps, type MergeReview } from '../../../shared/review/merge-review.ts'
import { runSlice, runSteps } from '../../state/run-steps.ts'

/** What a merge would do: at once for a plan of the usual size, else null until it has been worked out beside all else. */
export function useMergeReview({ mine, theirs }: { readonly mine: ChangeSet; readonly theirs: ChangeSet }): MergeReview | null {
  const begun = useMemo(() => {
    const steps = reviewInSteps({ mine, theirs })
    return { steps, atOnce: runSlice(steps)?.value ?? null }
  }, [mine, theirs])
  const [finished, setFinished] = useState<{ readonly begun: typeof begun; readonly review: MergeReview }>()
  // a transition, so that a long list is drawn in slices too
  useEffect(() => (begun.atOnce === null ? runSteps(begun.steps, (review) => startTransition(() => setFinished({ begun, review }))) : undefined), [begun])
  return begun.atOnce ?? (finished?.begun === begun ? finished.review : null)
}
