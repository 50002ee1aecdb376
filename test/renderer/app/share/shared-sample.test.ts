import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleChangeSet, samplePlanId } from '../../../../shared/sample/tec3-sample.ts'
import type { WindowAtShare } from './computer-at-share.ts'
import { gatherTeam, standing, type Team } from './team.ts'

let team: Team

beforeEach(() => {
  team = gatherTeam()
})

afterEach(() => team.disband())

async function openSample(): Promise<WindowAtShare> {
  const window = await team.open(team.here)
  await window.desk.open({ id: samplePlanId, isSample: true, fill: ({ plan }) => plan.getState().takeIn({ name: { action: 'planCreated', subject: '' }, theirs: sampleChangeSet(), edits: [] }) })
  return window
}

async function isSample({ library }: WindowAtShare): Promise<boolean | undefined> {
  const plans = await library.plans()
  return plans.ok ? plans.value.find(({ id }) => id === samplePlanId)?.isSample : undefined
}

test('[D94] a sample that is shared is a plan of one’s own from then on, for who began and who joined, also after the share is left', async () => {
  const begun = await openSample()
  await expect.poll(() => isSample(begun)).toBe(true)
  expect(await begun.actions.chooseShareFolder()).toBeNull()
  await expect.poll(() => standing(begun)).toBe('upToDate')
  await expect.poll(() => isSample(begun), { timeout: 4_000 }).toBe(false)
  const joined = await team.joined()
  expect(await isSample(joined)).toBe(false)
  await begun.actions.endShare()
  await begun.close()
  expect(await isSample(begun)).toBe(false)
})
