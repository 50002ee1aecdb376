import { emptyChangeSet, type ChangeSet } from '../../../shared/changes/fold.ts'
import type { PageReview } from '../../../shared/wiki/review/page-review.ts'
import { pageChangeSet } from '../../../shared/wiki/review/page-changes.ts'
import type { Proposal } from '../../../shared/wiki/to-plan/proposal.ts'
import { readPage, type ReadPage } from '../../../shared/wiki/read-page.ts'
import { reviewPage } from '../../../shared/wiki/review/review-page.ts'
import { realPage } from './goals-page-text.ts'

export function read(text: string): ReadPage {
  const reading = readPage(text)
  if (!reading.ok) throw new Error(`refused: ${reading.reason}`)
  return reading.page
}

export const page = read(realPage)
export const first = pageChangeSet({ ...page, mine: emptyChangeSet() })

export function reviewOf(read: ReadPage, mine: ChangeSet): PageReview {
  return reviewPage({ page: read, mine })
}

export function proposalOf(kind: Proposal['kind'], title: string): Proposal {
  const proposal = page.plan.proposals.find((each) => each.kind === kind && each.title.startsWith(title))
  if (proposal === undefined) throw new Error(`nothing is proposed of ${title}`)
  return proposal
}
