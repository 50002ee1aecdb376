import { expect, test } from 'vitest'
import { earlierGoals, laterGoals, timesCarried } from '../../../shared/plan/carried.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'

const view = planWith({
  ...smallPlan,
  'goal:x1': { output: 'output:1-2', quarter: 1, title: 'Profile', order: 'a1', 'carriedThrough/FY17/18 Q4': true },
  'goal:x2': { output: 'output:1-2', quarter: 2, title: 'Profile', order: 'a2', carriedFrom: 'goal:x1' },
  'goal:x3': { output: 'output:2-1', quarter: 3, title: 'Profile tests', order: 'a3', carriedFrom: 'goal:x2' },
  'goal:x3b': { output: 'output:2-1', parent: 'goal:x3', title: 'Profile Quibble', order: 'a3', carriedFrom: 'goal:x2' },
})

test('[A4] a chain is followed back to where it began, and forward to all that continue it, wherever they stand', () => {
  expect(earlierGoals(view, 'goal:x3').map(({ id }) => id)).toEqual(['goal:x2', 'goal:x1'])
  expect(earlierGoals(view, 'goal:x1')).toEqual([])
  expect(laterGoals(view, 'goal:x2').toSorted()).toEqual(['goal:x3', 'goal:x3b'])
  expect(laterGoals(view, 'goal:x3')).toEqual([])
})

test('[A4] a chain ends at what was deleted and goes round no circle, and what continues a goal follows an edit', () => {
  const without = after(view, [{ on: 'goal:x2', set: { deleted: true } }])
  expect(earlierGoals(without, 'goal:x3')).toEqual([])
  expect(laterGoals(without, 'goal:x1')).toEqual([])
  const circle = after(view, [{ on: 'goal:x1', set: { carriedFrom: 'goal:x3' } }])
  expect(earlierGoals(circle, 'goal:x3').map(({ id }) => id)).toEqual(['goal:x2', 'goal:x1'])
  expect(laterGoals(circle, 'goal:x3')).toEqual(['goal:x1'])
  expect(laterGoals(after(view, [{ on: 'goal:x1', set: { carriedFrom: 'goal:x1' } }]), 'goal:x1')).toEqual(['goal:x2'])
  expect(earlierGoals(after(view, [{ on: 'goal:x1', set: { carriedFrom: 'goal:nowhere' } }]), 'goal:x1')).toEqual([])
})

test('[A5] carried over is counted through all quarters and earlier plans', () => {
  expect(['goal:a', 'goal:x1', 'goal:x2', 'goal:x3'].map((id) => timesCarried(view, id as 'goal:a'))).toEqual([0, 1, 2, 3])
})
