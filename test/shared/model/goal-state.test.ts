import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatGoalState, parseGoalStates } from '../../../shared/model/goal-state.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'

const anyState = fc.record({ goal: fc.constantFrom<GoalId>('goal:a', 'goal:b', 'goal:c'), status: fc.constantFrom(...statuses) })

test('[M65] states of different goals are read back as they were written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyState, { selector: ({ goal }) => goal }), (states) => {
      expect(parseGoalStates(states.map(formatGoalState))).toEqual(states)
    }),
  )
})

test('[M65] of two about one goal the status further along the board counts, in whatever order they stand', () => {
  expect(parseGoalStates(['goal:a=done', 'goal:a=blocked'])).toEqual([{ goal: 'goal:a', status: 'done' }])
  expect(parseGoalStates(['goal:a=blocked', 'goal:a=done'])).toEqual([{ goal: 'goal:a', status: 'done' }])
})

test.each(['', 'goal:a', 'goal:a=', 'goal:a=Finished', 'output:a=done', '=done', 'goal:a b=done'])('[M65] %j says nothing', (member) => {
  expect(parseGoalStates([member])).toEqual([])
})
