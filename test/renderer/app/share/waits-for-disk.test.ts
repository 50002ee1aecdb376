import { expect, test } from 'vitest'
import { planId, settled } from '../../data/fake-computer.ts'
import { computerAtShare, type WindowAtShare } from './computer-at-share.ts'
import { createMemoryFolder } from './memory-folders.ts'
import { add, goals, newPlan, standing } from './team.ts'

const saving = (window: WindowAtShare): string => window.session().plan.getState().saving.kind

test('[D135] what could not go out since something else came in at that moment goes out as soon as that is on the disk', async () => {
  const folder = createMemoryFolder('Pipeline.planfolder')
  const here = computerAtShare({ name: 'SRE laptop' })
  // it looks by itself once in ten minutes only: what it hands out before, it was reminded of
  const there = computerAtShare({ name: 'Release laptop', writesInMs: 15, pollMs: 600_000 })
  here.folders.next = folder
  there.folders.next = folder
  const a = await here.openWindow()
  await newPlan(a)
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
