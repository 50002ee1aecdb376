import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Edit } from '../../../shared/changes/change.ts'
import { emptyChangeSet, uniteChangeSets, type ChangeSet } from '../../../shared/changes/fold.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { countPlan, type PlanCounts } from '../../../shared/plan/plan-counts.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { comparePlaces, placesIn } from '../../../shared/plan/record-places.ts'
import type { PageReview } from '../../../shared/wiki/review/page-review.ts'
import { latestPageStamp } from '../../../shared/wiki/page/page-stamp.ts'
import type { Proposal } from '../../../shared/wiki/to-plan/proposal.ts'
import { newsOf } from '../../../shared/wiki/review/asked-proposals.ts'
import { editsOf, noChoices, withEdits, type PageChoices } from '../../../shared/wiki/review/page-choices.ts'
import { reviewPage } from '../../../shared/wiki/review/review-page.ts'
import { told } from './page-words.ts'
import { wordEdits, type SaidTemplates } from './said-templates.ts'
import type { ReadPage } from '../../../shared/wiki/read-page.ts'
import type { ChangedRecord } from './ChangedRecords.tsx'

export interface PageReviewState {
  readonly review: PageReview
  /** The plan with all that the page brings. */
  readonly view: PlanView
  /** The same with the person's choices; follows them when there is time. */
  readonly counts: PlanCounts
  /** In the order of the plan, as are the changed ones. */
  readonly newRecords: readonly RecordId[]
  readonly changed: readonly ChangedRecord[]
  readonly proposals: readonly Proposal[]
  readonly choices: PageChoices
  /** What the choices write on top of the page. */
  readonly person: readonly Edit[]
  readonly choose: (proposal: string, choice: string) => void
  readonly take: (key: string, isTaken: boolean) => void
  readonly restore: (ids: readonly RecordId[], isRestored: boolean) => void
}

/** Everything the review of a page shows, and what a person decides in it. */
export function usePageReview({ page, mine, said }: { readonly page: ReadPage; readonly mine: ChangeSet | null; readonly said: SaidTemplates }): PageReviewState {
  const [choices, setChoices] = useState(noChoices)
  const seen = useMemo(() => lookAt({ page, mine: mine ?? emptyChangeSet() }), [page, mine])
  const { review, view } = seen
  const person = useMemo(() => [...editsOf({ plan: page.plan, review, choices }), ...wordEdits(page.planId, said)], [page, review, choices, said])
  const shown = useDeferredValue(person)
  const counts = useMemo(() => countPlan(shown.length === 0 ? view : createView(withEdits(view.set, shown))), [view, shown])
  const choose = useCallback((proposal: string, choice: string) => setChoices((now) => ({ ...now, chosen: new Map([...now.chosen, [proposal, choice]]) })), [])
  const take = useCallback((key: string, isTaken: boolean) => setChoices((now) => ({ ...now, taken: toggled(now.taken, [key], isTaken) })), [])
  const restore = useCallback((ids: readonly RecordId[], isRestored: boolean) => setChoices((now) => ({ ...now, restored: toggled(now.restored, ids, isRestored) })), [])
  return { ...seen, counts, choices, person, choose, take, restore }
}

type Seen = Pick<PageReviewState, 'review' | 'view' | 'newRecords' | 'changed' | 'proposals'>

function lookAt({ page, mine }: { readonly page: ReadPage; readonly mine: ChangeSet }): Seen {
  const { plan } = page
  const review = reviewPage({ page, mine })
  const isFirst = latestPageStamp(mine.knows) === undefined
  const view = createView(withEdits(uniteChangeSets(mine, review.theirs).set, review.edits))
  const places = placesIn(view)
  const byRecord = Map.groupBy(told(review), ({ on }) => on)
  const changed = [...byRecord].map(([on, fields]) => ({ on, fields })).toSorted((a, b) => comparePlaces(places, a.on, b.on))
  const newRecords = review.newRecords.toSorted((a, b) => comparePlaces(places, a, b))
  return { review, view, newRecords, changed, proposals: newsOf({ proposals: plan.proposals, review, isFirst }) }
}

function toggled<T>(set: ReadonlySet<T>, members: readonly T[], isIn: boolean): ReadonlySet<T> {
  const next = new Set(set)
  for (const member of members) {
    if (isIn) next.add(member)
    else next.delete(member)
  }
  return next
}
