import { afterEach, beforeEach, expect, test } from 'vitest'
import { foldChanges } from '../../../../shared/changes/fold.ts'
import { writePlanFile } from '../../../../shared/file/write-plan-file.ts'
import { shareText } from '../../../../shared/share/share-item.ts'
import { planId, settled } from '../../data/fake-computer.ts'
import type { WindowAtShare } from './computer-at-share.ts'
import { createMemoryFolder, type MemoryFolder } from './memory-folders.ts'
import { add, gatherTeam, goals, newPlan, standing, type Team } from './team.ts'

let team: Team
beforeEach(() => {
  team = gatherTeam()
})
afterEach(() => team.disband())

/** A folder of somebody else, which says that it is of the plan that is here. */
function foreignFolder(): MemoryFolder {
  const lunch = createMemoryFolder('Lunch.planfolder')
  const set = foldChanges([{ at: '0000000001-000-zzzzzzzzzz0', on: planId, set: { title: 'Lunch', startsOn: '2018-07-01' } }])
  lunch.files.set('plan.json', { text: shareText({ planId, title: 'Lunch' }), modified: 1 })
  lunch.files.set('replicas/zzzzzzzzzz.json', { text: writePlanFile({ set, by: { replica: 'zzzzzzzzzz', name: 'Z' }, at: '2018-12-06T16:42:00.000Z', app: 'test' }), modified: 2 })
  return lunch
}

const asked = ({ store }: WindowAtShare): unknown => store.getState().overlay
const holds = ({ files }: MemoryFolder, text: string): boolean => [...files.values()].some((file) => file.text.includes(text))

test('[D166] before a plan that is here goes out to a place that says it is of it, a person is asked: which, what it is called there, and where; without a word nothing goes out and nothing is kept', async () => {
  const window = await team.open(team.here)
  await newPlan(window)
  add(window, 'goal:secret')
  await settled()
  await window.desk.showStart()
  const lunch = foreignFolder()
  team.here.folders.next = lunch
  window.actions.openSharedFolder()
  await expect.poll(() => asked(window)).toEqual({ kind: 'joinMine', title: 'Pipeline', called: 'Lunch', place: 'Lunch.planfolder', leaves: null })
  window.actions.cancelJoining()
  await settled()
  expect([asked(window), holds(lunch, 'goal:secret'), await window.library.shares.of(planId), team.here.folders.known.size]).toEqual([null, false, { ok: true, value: null }, 0])
  window.actions.openSharedFolder()
  await expect.poll(() => asked(window)).toMatchObject({ kind: 'joinMine' })
  window.actions.joinAllTheSame()
  await expect.poll(() => standing(window)).toBe('upToDate')
  await expect.poll(() => holds(lunch, 'goal:secret')).toBe(true)
})

test('[D166] who opens another folder of a plan that is shared is asked before the share through the first one ends', async () => {
  const a = await team.sharing()
  const copy = createMemoryFolder('Pipeline (copy).planfolder')
  for (const [path, file] of team.folder.files) copy.files.set(path, file)
  team.here.folders.next = copy
  a.actions.openSharedFolder()
  await expect.poll(() => asked(a)).toEqual({ kind: 'joinMine', title: 'Pipeline', called: 'Pipeline', place: copy.name, leaves: team.folder.name })
  a.actions.cancelJoining()
  add(a, 'goal:later')
  await expect.poll(() => holds(team.folder, 'goal:later')).toBe(true)
  expect([holds(copy, 'goal:later'), goals(a)]).toEqual([false, ['goal:later']])
})
