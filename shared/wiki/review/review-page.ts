import { recordIn, type ChangeSet } from '../../changes/fold.ts'
import { pageReview, type PageReview } from './page-review.ts'
import type { ReadPage } from '../read-page.ts'
import { ownPageReview } from './own-page-review.ts'

/**
 * What reading a page would do to a plan: one that was written from it brings what was edited there since, as a
 * person's edits; any other is a source that stands below everybody's.
 */
export function reviewPage({ page, mine }: { readonly page: ReadPage; readonly mine: ChangeSet }): PageReview {
  const { edits, key, date, sequence, planId, written } = page
  const isFromHere = written !== undefined && recordIn(mine, planId) !== undefined
  return isFromHere ? ownPageReview({ page, written, mine }) : pageReview({ edits, key, date, sequence, mine })
}
