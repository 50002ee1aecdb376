import { expect, test } from 'vitest'
import { createView } from '../../../shared/plan/plan-index.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { likelyEarlier } from '../../../shared/turn/continue-goal.ts'
import { bigPlan } from '../../bench/big-plan.ts'
import { after, planWith, smallPlan } from '../edits/plan-at-hand.ts'

test('[Q16] the goal of the same words comes first, also among thousands', () => {
  const big = createView(bigPlan({ goals: 2_400 }))
  const again = recordOf(big, 'goal:g61')
  const view = after(big, [{ on: 'goal:again', set: { output: again?.output ?? null, quarter: 3, title: again?.title ?? '', order: 'zz' } }])
  expect(likelyEarlier({ view, id: 'goal:again', limit: 5 })[0]?.id).toBe('goal:g61')
})

test('[Q16] nothing is offered that is later, the goal itself, one that continues it, or one that nothing speaks for', () => {
  const view = planWith({ ...smallPlan, 'goal:x': { output: 'output:2-1', quarter: 2, title: 'Unlike', order: 'a5' }, 'goal:y': { output: 'output:1-1', quarter: 1, title: 'Sign', order: 'a6', carriedFrom: 'goal:c' } })
  expect(likelyEarlier({ view, id: 'goal:x', limit: 5 }).map(({ id }) => id)).toEqual([])
  expect(likelyEarlier({ view, id: 'goal:c', limit: 5 }).map(({ id }) => id)).not.toContain('goal:y')
  expect(likelyEarlier({ view, id: 'goal:a', limit: 5 })).toEqual([])
})
