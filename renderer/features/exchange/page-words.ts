import type { Edit } from '../../../shared/changes/change.ts'
import { hasKind } from '../../../shared/model/ids.ts'
import type { PageReview } from '../../../shared/wiki/review/page-review.ts'
import { pageText } from '../../text/exchange.ts'
import type { CountCard } from '../../parts/CountCards.tsx'
import type { ReadPage } from '../../../shared/wiki/read-page.ts'

/** Which plan a page becomes, or what it brings into one. */
export function describePage({ fileName, isNew, review }: { readonly fileName: string | null; readonly isNew: boolean; readonly review: PageReview }): string {
  const from = pageText.from(fileName)
  if (isNew) return `${from} ${pageText.becomesNew}`
  const brought = countBrought({ review, person: [] })
  const does = review.wasRead ? pageText.wasRead : brought === 0 ? pageText.bringsNothing : pageText.brings(brought)
  const age = review.isOlder ? ` ${review.wasRead ? pageText.olderRead : pageText.older}` : ''
  return `${from} ${does}${age}`
}

/** How many things come in: new records, changed fields, and what the person decided on top. */
export function countBrought({ review, person }: { readonly review: PageReview; readonly person: readonly Edit[] }): number {
  const fields = person.reduce((sum, { set }) => sum + Object.keys(set).length, 0)
  return review.newRecords.length + told(review).length + fields
}

/** Changes of fields that a person would notice: a new place in a list comes with every line added above. */
export function told({ changed }: PageReview): PageReview['changed'] {
  return changed.filter(({ field }) => field !== 'order')
}

export function cardsFirst({ page: { counts, plan }, proposals }: { readonly page: ReadPage; readonly proposals: number }): readonly CountCard[] {
  const { cards } = pageText
  return [
    { id: 'goals', count: counts.goals, label: cards.goals },
    { id: 'quarters', count: counts.quarters, label: cards.quarters },
    { id: 'notes', count: counts.notes, label: cards.notes },
    { id: 'proposals', count: proposals, label: cards.proposals, asks: true },
    { id: 'notUnderstood', count: plan.notUnderstood.length, label: cards.notUnderstood, asks: true },
  ]
}

export function cardsAgain(review: PageReview): readonly CountCard[] {
  const { cardsAgain: cards } = pageText
  return [
    { id: 'newGoals', count: review.newRecords.filter((id) => hasKind(id, 'goal')).length, label: cards.newGoals },
    { id: 'changed', count: told(review).length, label: cards.changed },
    { id: 'newNotes', count: review.newRecords.filter((id) => hasKind(id, 'note')).length, label: cards.newNotes },
    { id: 'kept', count: review.kept.filter(({ isNews }) => isNews).length, label: cards.kept, asks: true },
    { id: 'same', count: review.same, label: cards.same },
  ]
}
