import { expect, test } from 'vitest'
import { addGoal } from '../../../../shared/edits/goal-edits.ts'
import { createPlan } from '../../../../shared/edits/tree-edits.ts'
import type { GoalId } from '../../../../shared/model/ids.ts'
import { liveGoals } from '../../../../shared/plan/plan-view.ts'
import { planId, settled } from '../../data/fake-computer.ts'
import { computerAtShare, type WindowAtShare } from './computer-at-share.ts'
import { createMemoryFolder } from './memory-folders.ts'

const add = (window: WindowAtShare, id: GoalId): void => {
  const { view, act } = window.session().plan.getState()
  act({ action: 'goalAdded', subject: id }, addGoal({ view, id, title: id, output: null, quarter: 1, status: 'todo', after: [] }))
}
const goals = (window: WindowAtShare): readonly GoalId[] => [...liveGoals(window.session().plan.getState().view)].map(({ id }) => id).toSorted()
const standing = (window: WindowAtShare): string => (window.store.getState().phase.kind === 'plan' ? window.session().share.getState().state.standing.kind : '')
const saving = (window: WindowAtShare): string => window.session().plan.getState().saving.kind

test('[D135] what could not go out since something else came in at that moment goes out as soon as that is on the disk', async () => {
  const folder = createMemoryFolder('Pipeline.planfolder')
  const here = computerAtShare({ name: 'SRE laptop' })
  // it looks by itself once in ten minutes only: what it hands out before, it was reminded of
  const there = computerAtShare({ name: 'Release laptop', writesInMs: 15, pollMs: 600_000 })
  here.folders.next = folder
  there.folders.next = folder
  const a = await here.openWindow()
  await a.desk.open({ id: planId, fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: '' }, createPlan({ id: planId, title: 'Pipeline', startsOn: '2018-07-01' })) })
  expect(await a.actions.chooseShareFolder()).toBeNull()
  await expect.poll(() => standing(a)).toBe('upToDate')
  const closed = await there.openWindow()
  closed.actions.openSharedFolder()
  await expect.poll(() => standing(closed)).toBe('upToDate')
  folder.isOut = true
  add(closed, 'goal:b')
  await expect.poll(() => saving(closed)).toBe('saved')
  closed.kill()
  add(a, 'goal:a')
  folder.isOut = false
  await expect.poll(() => standing(a)).toBe('upToDate')
  const b = await there.openWindow()
  await b.desk.open({ id: planId })
  await expect.poll(() => goals(b)).toEqual(['goal:a', 'goal:b'])
  await expect.poll(() => goals(a)).toEqual(['goal:a', 'goal:b'])
  a.kill()
  b.kill()
  await settled()
})
