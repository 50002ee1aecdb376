import { expect, test } from 'vitest'
import { addChanges, type ChangeSet } from '../../../../shared/changes/fold.ts'
import { reviewMerge, type MergeReview } from '../../../../shared/review/merge-review.ts'
import { reviewSections } from '../../../../shared/review/review-row.ts'
import { mergeCards } from '../../../../renderer/features/exchange/merge-cards.ts'
import { sectionTitle } from '../../../../renderer/features/exchange/section-title.ts'
import { bothSides } from '../../../e2e/review-sides.ts'
import { stampAt } from '../../../shared/file/sample-file.ts'

const figure = (review: MergeReview, id: string): number | undefined => mergeCards({ review, isNew: false, isWhole: true }).find((card) => card.id === id)?.count

/** A record of a kind that a newer version made. */
function withWeather(set: ChangeSet): ChangeSet {
  return addChanges(set, [{ at: stampAt(9_000_000_000_000, 'nnnnnnnnnn0'), on: 'weather:1', set: { title: 'Rain' } }]).set
}

test('[U126] the figures say what the heads say: edited on both sides and deleted on one are counted apart', () => {
  const { mine, theirs } = bothSides()
  const review = reviewMerge({ mine, theirs })
  expect([figure(review, 'clashes'), figure(review, 'deletions')]).toEqual([review.counts.clashes, review.counts.deletions])
  expect([review.counts.clashes > 0, review.counts.deletions > 0]).toEqual([true, true])
  const same = reviewMerge({ mine, theirs: mine })
  expect([figure(same, 'clashes'), figure(same, 'deletions')]).toEqual([0, undefined])
})

test('[U126] records of kinds that this version does not know have a head and a figure of their own', () => {
  const { mine, theirs } = bothSides()
  const [before, review] = [reviewMerge({ mine, theirs }), reviewMerge({ mine, theirs: withWeather(theirs) })]
  expect(review.rows.filter(({ section }) => section === 'newUnknown').map(({ on }) => on)).toEqual(['weather:1'])
  expect([review.counts.newOthers, figure(review, 'newUnknown'), figure(before, 'newUnknown')]).toEqual([before.counts.newOthers, 1, undefined])
  expect(sectionTitle('newUnknown', '')).toContain('doesn’t know')
  expect(new Set(reviewSections.map((section) => sectionTitle(section, ''))).size).toBe(reviewSections.length)
})
