import { expect, test } from 'vitest'
import { addGoal, addSubGoal, giveToOutput, moveOnBoard, nestGoal, scheduleGoal, spanGoal } from '../../../shared/edits/goal-edits.ts'
import { moveInTree } from '../../../shared/edits/move-in-tree.ts'
import { quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { childrenOf, recordOf } from '../../../shared/plan/plan-view.ts'
import { after, planWith, smallPlan } from './plan-at-hand.ts'

const view = planWith(smallPlan)

test('[U85] a new goal comes last in the list in which it was made, though others of its output come after', () => {
  const next = after(view, addGoal({ view, id: 'goal:new', title: 'New', output: 'output:1-1', quarter: 1, status: 'blocked', after: ['goal:a', 'goal:b'] }))
  expect(recordOf(next, 'goal:new')).toMatchObject({ output: 'output:1-1', quarter: 1, status: 'blocked', title: 'New' })
  expect(childrenOf(next, { parent: 'output:1-1', kind: 'goal' }).indexOf('goal:new')).toBeGreaterThan(1)
})

test('[U85] a new goal of no output and no quarter says neither', () => {
  expect(addGoal({ view, id: 'goal:new', title: 'New', output: null, quarter: null, status: 'todo', after: [] })).toEqual([{ on: 'goal:new', set: { title: 'New', status: 'todo', order: 'a0' } }])
})

test('[U85] a new sub-goal comes last below its goal, belongs to the same output and is planned with it', () => {
  const next = after(view, addSubGoal({ view, id: 'goal:new', title: 'New', parent: 'goal:b' }))
  expect(childrenOf(next, { parent: 'goal:b', kind: 'goal' })).toEqual(['goal:b1', 'goal:b2', 'goal:new'])
  expect(recordOf(next, 'goal:new')).toMatchObject({ output: 'output:1-1', quarter: null, status: 'todo' })
  expect(quarterOfGoal(next, 'goal:new')).toBe(1)
})

test('[U86] a card moved to another column takes that status and that place in one edit', () => {
  const edits = moveOnBoard({ view, id: 'goal:c', status: 'done', column: ['goal:a', 'goal:b'], index: 1 })
  expect(edits).toEqual([{ on: 'goal:c', set: { status: 'done', order: expect.any(String) as string } }])
  const order = recordOf(after(view, edits), 'goal:c')?.order ?? ''
  expect(order > 'a0' && order < 'a1').toBe(true)
})

test('[U86] a card let go where it was writes nothing', () => {
  expect(moveOnBoard({ view, id: 'goal:c', status: 'todo', column: ['goal:b2', 'goal:c'], index: 1 })).toEqual([])
  expect(moveOnBoard({ view, id: 'goal:c', status: 'todo', column: ['goal:b2', 'goal:c'], index: 0 })).toHaveLength(1)
})

test('[U86] neighbours that share an order key make room', () => {
  const tied = planWith({ 'goal:x': { order: 'a0', title: 'x' }, 'goal:y': { order: 'a0', title: 'y' }, 'goal:z': { order: 'a5', title: 'z' } })
  const next = after(tied, moveOnBoard({ view: tied, id: 'goal:z', status: 'todo', column: ['goal:x', 'goal:y', 'goal:z'], index: 1 }))
  expect(childrenOf(next, { parent: 'root', kind: 'goal' })).toEqual(['goal:x', 'goal:z', 'goal:y'])
})

test('[U87] a goal planned for a quarter takes along the sub-goals that have none of their own', () => {
  const own = planWith({ ...smallPlan, 'goal:b2': { ...smallPlan['goal:b2'], quarter: 4 } })
  const next = after(own, scheduleGoal({ view: own, id: 'goal:b', quarter: 3 }))
  expect(['goal:b', 'goal:b1', 'goal:b2'].map((id) => quarterOfGoal(next, id as 'goal:b'))).toEqual([3, 3, 4])
  expect(scheduleGoal({ view, id: 'goal:d', quarter: null })).toEqual([])
})

test('[U87] a goal put under another goal goes with its output and quarter, but never under itself', () => {
  const next = after(view, nestGoal({ view, id: 'goal:d', parent: 'goal:b1' }))
  expect(recordOf(next, 'goal:d')).toMatchObject({ parent: 'goal:b1', output: 'output:1-1' })
  expect(quarterOfGoal(next, 'goal:d')).toBe(1)
  expect(nestGoal({ view, id: 'goal:b', parent: 'goal:b1' })).toBeNull()
  expect(nestGoal({ view, id: 'goal:b', parent: 'goal:b' })).toBeNull()
})

test('[U87] a sub-goal put under an output stands there by itself', () => {
  const next = after(view, giveToOutput({ view, id: 'goal:b1', output: 'output:2-1' }))
  expect(childrenOf(next, { parent: 'output:2-1', kind: 'goal' })).toEqual(['goal:b1'])
})

test('[Q23] a goal that is moved past the end of its span, below another goal or out of the quarters loses that end, and one that is still later stays', () => {
  const spanning = planWith({ ...smallPlan, 'goal:c': { ...smallPlan['goal:c'], until: 3 } })
  const untilAfter = (quarter: 1 | 2 | 3 | 4 | null): unknown => recordOf(after(spanning, scheduleGoal({ view: spanning, id: 'goal:c', quarter })), 'goal:c')?.until
  expect(([1, 2, 3, 4, null] as const).map(untilAfter)).toEqual([3, 3, null, null, null])
  expect(recordOf(after(spanning, nestGoal({ view: spanning, id: 'goal:c', parent: 'goal:a' })), 'goal:c')).toMatchObject({ quarter: null, until: null })
  expect(recordOf(after(spanning, moveInTree({ view: spanning, id: 'goal:c', to: { under: 'output:1-2', index: 0, quarter: 4 } })), 'goal:c')).toMatchObject({ quarter: 4, until: null })
})

test('[Q26] a span ends in a later quarter than its first, or is none', () => {
  const spanned = (until: 1 | 2 | 3 | null): unknown => spanGoal({ view, id: 'goal:c', until })
  expect([spanned(3), spanned(2), spanned(1), spanned(null)]).toEqual([[{ on: 'goal:c', set: { until: 3 } }], [], [], []])
  expect(spanGoal({ view, id: 'goal:d', until: 3 })).toEqual([])
})
