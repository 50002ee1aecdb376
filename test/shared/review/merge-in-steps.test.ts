import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeChangeSets } from '../../../shared/changes/merge.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { mergeInSteps } from '../../../shared/review/merge-in-steps.ts'
import { reviewInSteps } from '../../../shared/review/merge-review.ts'
import { portraitOf } from '../changes/portrait.ts'
import { anySet } from '../changes/tiny-domain.ts'
import { anyTwo } from './both-sides.ts'

test('[U120] merging in steps gives what merging at once gives, and the very same set where nothing is new', () => {
  fc.assert(
    fc.property(fc.oneof(anyTwo.map(({ mine, theirs }) => [mine.set, theirs.set] as const), fc.tuple(anySet, anySet)), ([mine, theirs]) => {
      const [inSteps, atOnce] = [finish(mergeInSteps({ mine, theirs })), mergeChangeSets(mine, theirs)]
      const { set, ...rest } = atOnce
      const { set: stepped, ...others } = inSteps
      expect(others).toEqual(rest)
      expect(portraitOf(stepped)).toBe(portraitOf(set))
      expect(stepped.records.size).toBe(set.records.size)
      expect(stepped === mine).toBe(set === mine)
    }),
  )
})

test('[U120] a review that is given up halfway leaves nothing behind, and one that is taken up again is the same', () => {
  fc.assert(
    fc.property(anyTwo, fc.nat(200), ({ mine, theirs }, stop) => {
      const sides = { mine: mine.set, theirs: theirs.set }
      const [before, given] = [portraitOf(mine.set), reviewInSteps(sides)]
      for (let step = 0; step < stop; step += 1) given.next()
      const { view, rows } = finish(reviewInSteps(sides))
      expect(portraitOf(mine.set)).toBe(before)
      expect(view.children).toEqual(createView(view.set).children)
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    }),
  )
})
