import { afterEach, beforeEach, expect, test } from 'vitest'
import { openShares } from '../../../../shared/plan/open-shares.ts'
import { recordOf } from '../../../../shared/plan/plan-view.ts'
import { shareActionText } from '../../../../renderer/text/share-actions.ts'
import { planId, settled } from '../../data/fake-computer.ts'
import { computerAtShare, type ComputerAtShare, type WindowAtShare } from './computer-at-share.ts'
import { createMemoryFolder, createMemoryFolders, type MemoryFolder } from './memory-folders.ts'
import { add, gatherTeam, goals, newPlan, standing, type Team } from './team.ts'

let team: Team
let folder: MemoryFolder
let here: ComputerAtShare
let there: ComputerAtShare

beforeEach(() => {
  team = gatherTeam()
  ;({ folder, here, there } = team)
})
afterEach(() => team.disband())

const title = (window: WindowAtShare): string | undefined => recordOf(window.session().plan.getState().view, planId)?.title

test('[O60] a colleague who opens the folder has the plan, and what each edits is seen by both', async () => {
  const a = await team.sharing()
  add(a, 'goal:a')
  await expect.poll(() => folder.files.size).toBeGreaterThan(1)
  const b = await team.joined()
  await expect.poll(() => goals(b)).toEqual(['goal:a'])
  add(b, 'goal:b')
  await expect.poll(() => goals(a)).toEqual(['goal:a', 'goal:b'])
  add(a, 'goal:c')
  await expect.poll(() => goals(b)).toEqual(['goal:a', 'goal:b', 'goal:c'])
  expect(a.session().share.getState().state.members.map(({ name }) => name)).toEqual(['Release team laptop'])
  expect(b.session().plan.getState().undoable.map(({ name }) => name.subject)).toEqual(['goal:b'])
})

test('[O57] of two windows one runs the share; the other shows how it stands, and what is done in either goes out', async () => {
  const first = await team.sharing()
  const second = await team.open(here)
  await second.desk.open({ id: planId })
  await expect.poll(() => standing(second)).toBe('upToDate')
  expect(second.session().share.getState().share).toEqual({ kind: 'folder', name: folder.name })
  const b = await team.joined()
  add(second, 'goal:second')
  add(first, 'goal:first')
  await expect.poll(() => goals(b)).toEqual(['goal:first', 'goal:second'])
  expect(openShares(second.session().plan.getState().exchanges)).toHaveLength(1)
  folder.isOut = true
  second.session().share.getState().retry()
  await expect.poll(() => [standing(first), standing(second)]).toEqual(['out', 'out'])
})

test.each(['close', 'kill'] as const)('[O58] when the window that runs the share is gone (%s), another takes over', async (way) => {
  const first = await team.sharing()
  const second = await team.open(here)
  await second.desk.open({ id: planId })
  const b = await team.joined()
  if (way === 'close') await first.close()
  else first.kill()
  add(second, 'goal:second')
  await expect.poll(() => goals(b)).toEqual(['goal:second'])
  add(b, 'goal:b')
  await expect.poll(() => goals(second)).toEqual(['goal:b', 'goal:second'])
})

test('[O59] a plan that is opened again is shared again by itself', async () => {
  const first = await team.sharing()
  await first.close()
  const b = await team.joined()
  add(b, 'goal:b')
  const again = await team.open(here)
  await again.desk.open({ id: planId })
  await expect.poll(() => goals(again)).toEqual(['goal:b'])
  expect(again.session().share.getState().share).toEqual({ kind: 'folder', name: folder.name })
})

test('[O61] what was done just before a plan is left still goes out', async () => {
  const a = await team.sharing()
  const b = await team.joined()
  add(a, 'goal:last')
  await a.desk.showStart()
  await expect.poll(() => goals(b)).toEqual(['goal:last'])
})

test('[D141] who chooses the folder again through which the plan is shared is told so, and the share goes on as it was', async () => {
  const a = await team.sharing()
  const listed = a.session().plan.getState().exchanges
  const kept = await a.library.shares.of(planId)
  expect(await a.actions.chooseShareFolder()).toBeNull()
  a.actions.openSharedFolder()
  await expect.poll(() => a.said().slice(1)).toEqual(Array.from({ length: 2 }, () => shareActionText.already('Pipeline', folder.name)))
  expect([a.session().plan.getState().exchanges, await a.library.shares.of(planId)]).toEqual([listed, kept])
  expect([...here.folders.known.values()]).toEqual([folder])
  const b = await team.joined()
  add(a, 'goal:a')
  await expect.poll(() => goals(b)).toEqual(['goal:a'])
})

test('[O62] leaving a share keeps the plan and the folder, and nothing goes out or comes in any more', async () => {
  const a = await team.sharing()
  const b = await team.joined()
  await a.actions.endShare()
  expect(a.session().share.getState().share).toBeNull()
  expect(openShares(a.session().plan.getState().exchanges)).toEqual([])
  expect(here.folders.known.size).toBe(0)
  const left = folder.files.size
  add(b, 'goal:b')
  add(a, 'goal:a')
  await new Promise((done) => setTimeout(done, 150))
  expect([goals(a), goals(b)]).toEqual([['goal:a'], ['goal:b']])
  expect(folder.files.size).toBeGreaterThanOrEqual(left)
  expect(title(a)).toBe('Pipeline')
})

test('[O62] a share that is left in one window is left in all', async () => {
  const first = await team.sharing()
  const second = await team.open(here)
  await second.desk.open({ id: planId })
  await expect.poll(() => standing(second)).toBe('upToDate')
  await second.actions.endShare()
  await expect.poll(() => first.session().share.getState().share).toBeNull()
  await expect.poll(() => openShares(first.session().plan.getState().exchanges)).toEqual([])
})

test('[O63] a plan that is removed from this computer is no longer shared from it', async () => {
  const a = await team.sharing()
  await a.desk.showStart()
  const forget = await a.placeOf(planId)
  await a.library.removePlan(planId)
  await forget()
  expect(here.folders.known.size).toBe(0)
  expect(await a.library.shares.of(planId)).toEqual({ ok: true, value: null })
  await newPlan(a)
  expect(a.session().share.getState().share).toBeNull()
})

test('[O64] a folder that is out of reach is said, nothing waits for it, and what was done meanwhile goes out when it is back', async () => {
  const a = await team.sharing()
  const b = await team.joined()
  folder.isOut = true
  add(a, 'goal:a')
  await expect.poll(() => a.session().share.getState().state.standing).toMatchObject({ kind: 'out', reason: 'unreachable', waiting: expect.any(Number) as number })
  expect(a.session().plan.getState().saving).toEqual({ kind: 'saved' })
  folder.isOut = false
  a.session().share.getState().retry()
  await expect.poll(() => goals(b)).toEqual(['goal:a'])
})

test('[O65] sharing elsewhere leaves the share before', async () => {
  const a = await team.sharing()
  const other = createMemoryFolder('Other.planfolder')
  here.folders.next = other
  expect(await a.actions.chooseShareFolder()).toBeNull()
  await expect.poll(() => other.files.size).toBeGreaterThan(1)
  expect(openShares(a.session().plan.getState().exchanges).map(({ place }) => place)).toEqual(['Other.planfolder'])
  expect(a.session().plan.getState().exchanges.map(({ kind }) => kind)).toEqual(['shared', 'unshared', 'shared'])
  await expect.poll(() => a.session().share.getState().share).toEqual({ kind: 'folder', name: 'Other.planfolder' })
  expect([...here.folders.known.values()]).toEqual([other])
})

test('[O66] a folder in which nothing is shared, or another plan, is refused in words and changes nothing', async () => {
  const b = await team.open(there)
  const said = (): string => {
    const { overlay } = b.store.getState()
    return overlay?.kind === 'problem' ? overlay.text : ''
  }
  b.actions.openSharedFolder()
  await expect.poll(said).toBe(shareActionText.noPlan)
  b.store.setState({ overlay: null })
  folder.files.set('plan.json', { text: '{"format":"annual-plan-share","version":9,"plan":"plan:x","title":""}', modified: 1 })
  b.actions.openSharedFolder()
  await expect.poll(said).toBe(shareActionText.newer)
  folder.files.set('plan.json', { text: '{"format":"annual-plan-share","version":1,"plan":"plan:x","title":"Other"}', modified: 2 })
  const a = await team.open(here)
  await newPlan(a)
  expect(await a.actions.chooseShareFolder()).toBe(shareActionText.otherPlan('Other'))
  expect([a.session().plan.getState().exchanges, here.folders.known.size, there.folders.known.size, [...folder.files.keys()]]).toEqual([[], 0, 0, ['plan.json']])
})

test('[O67] a computer whose profile was copied goes on under another name, and both have everything', async () => {
  const a = await team.sharing()
  await a.close()
  const twin = computerAtShare({ name: 'SRE laptop', folders: createMemoryFolders() })
  const b = await team.open(twin)
  const original = await team.open(here)
  // the copy: the same plan under the same id, of which each goes on its own way
  const own = await original.library.computer()
  const theirs = await b.library.computer()
  expect(theirs).toEqual(own)
  await original.desk.open({ id: planId })
  twin.folders.next = folder
  b.actions.openSharedFolder()
  await expect.poll(() => (b.store.getState().phase.kind === 'plan' ? standing(b) : '')).toBe('upToDate')
  folder.isOut = true
  add(original, 'goal:a')
  add(b, 'goal:b')
  await settled()
  folder.isOut = false
  await expect.poll(() => [goals(original), goals(b)], { timeout: 5_000 }).toEqual([['goal:a', 'goal:b'], ['goal:a', 'goal:b']])
  const [one, two] = [original.session().plan.getState().computer.replica, b.session().plan.getState().computer.replica]
  expect(one).not.toBe(two)
})
