import type { MergeReview } from '../../../shared/review/merge-review.ts'
import type { CountCard } from '../../parts/CountCards.tsx'
import { mergeText } from '../../text/exchange.ts'

export interface MergeCards {
  readonly review: MergeReview
  /** The plan is new here. */
  readonly isNew: boolean
  /** The file was taken as it is; of one that was changed by hand only what differs is looked at. */
  readonly isWhole: boolean
}

/** The figures at the head of a review; what is rare has a card only where there is any. */
export function mergeCards({ review: { counts, same }, isNew, isWhole }: MergeCards): readonly CountCard[] {
  const { cards } = mergeText
  const unknown = { id: 'newUnknown', count: counts.newUnknown, label: cards.newUnknown }
  if (isNew) {
    return [
      { id: 'newGoals', count: counts.newGoals, label: cards.goals },
      { id: 'newNotes', count: counts.newNotes, label: cards.notes },
      { id: 'newOthers', count: counts.newOthers, label: cards.others },
      ...[unknown].filter(({ count }) => count > 0),
    ]
  }
  const rare = [
    { id: 'newOthers', count: counts.newOthers, label: cards.newOthers },
    unknown,
    { id: 'deleted', count: counts.deleted, label: cards.deleted },
    { id: 'restored', count: counts.restored, label: cards.restored },
  ]
  return [
    { id: 'clashes', count: counts.clashes, label: cards.clashes, asks: true },
    ...[{ id: 'deletions', count: counts.deletions, label: cards.deletions, asks: true }].filter(({ count }) => count > 0),
    { id: 'fields', count: counts.changed + counts.moved, label: cards.fields },
    { id: 'newGoals', count: counts.newGoals, label: cards.newGoals },
    { id: 'newNotes', count: counts.newNotes, label: cards.newNotes },
    ...rare.filter(({ count }) => count > 0),
    ...(isWhole ? [{ id: 'same', count: same, label: cards.same }] : []),
  ]
}
