import { expect, test } from 'vitest'
import { foldChanges } from '../../../../shared/changes/fold.ts'
import { sharedPlanOf } from '../../../../renderer/app/share/shared-plan.ts'
import type { SharedSnapshots } from '../../../../shared/share/share.ts'
import { planAtWork } from '../../state/plan-at-work.ts'

const none: SharedSnapshots = { known: () => Promise.resolve(new Set()), here: () => Promise.resolve([]), text: () => Promise.resolve(null), keep: () => Promise.resolve() }
const theirs = foldChanges([{ at: '0000000001-000-bbbbbbbbbb0', on: 'goal:b', set: { title: 'there' } }])

test('[O70] what is not on the disk yet is not safe, and what came through the share is not either until it is', async () => {
  const { store, disk } = planAtWork()
  const plan = sharedPlanOf({ plan: store, snapshots: none, isLeft: () => false })
  expect(plan.isSafe()).toBe(true)
  store.getState().act({ action: 'goalAdded', subject: 'a' }, [{ on: 'goal:a', set: { title: 'a' } }])
  expect(plan.isSafe()).toBe(false)
  await disk.finish()
  expect(plan.isSafe()).toBe(true)
  plan.receive(theirs)
  expect([plan.set().records.size > 1, plan.isSafe()]).toEqual([true, false])
  await disk.finish()
  expect(plan.isSafe()).toBe(true)
})

test('[O70] a plan that was left takes nothing in, and then hands nothing out', () => {
  const { store } = planAtWork()
  let isLeft = false
  const plan = sharedPlanOf({ plan: store, snapshots: none, isLeft: () => isLeft })
  isLeft = true
  expect(plan.isSafe()).toBe(true)
  const before = plan.set()
  plan.receive(theirs)
  expect([plan.set() === before, plan.isSafe()]).toEqual([true, false])
})

test('[O63] a plan that another window has removed is not handed out', () => {
  const { store } = planAtWork()
  const plan = sharedPlanOf({ plan: store, snapshots: none, isLeft: () => false })
  store.setState({ isRemoved: true })
  expect(plan.isSafe()).toBe(false)
})
