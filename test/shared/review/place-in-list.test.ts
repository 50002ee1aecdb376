import { expect, test } from 'vitest'
import { neighbourBefore } from '../../../shared/review/place-in-list.ts'
import { planWith, smallPlan } from '../edits/plan-at-hand.ts'

test('[U121] a new place in a list is told by the record that stands before it', () => {
  const view = planWith(smallPlan)
  const before = ['a', 'a0V', 'a1', 'a9', null].map((order) => neighbourBefore(view, 'goal:b', order))
  expect(before).toEqual([null, 'goal:a', 'goal:a', 'goal:c', null])
  expect([neighbourBefore(view, 'goal:b2', 'a5'), neighbourBefore(view, 'milestone:m', 'a5')]).toEqual(['goal:b1', null])
})
