import { afterEach, beforeEach, expect, test } from 'vitest'
import { addChanges } from '../../../../shared/changes/fold.ts'
import { formatStamp } from '../../../../shared/changes/stamp.ts'
import { finish } from '../../../../shared/changes/steps.ts'
import { readPlanInSteps } from '../../../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../../../shared/file/write-plan-file.ts'
import { headOf } from '../../../../shared/snapshot/snapshot-head.ts'
import { writeSnapshotInSteps } from '../../../../shared/snapshot/write-snapshot.ts'
import { openCopy } from '../../../../renderer/app/open-copy.ts'
import { openShares } from '../../../../shared/plan/open-shares.ts'
import { liveGoals, recordOf } from '../../../../shared/plan/plan-view.ts'
import { addGoal } from '../../../../shared/edits/goal-edits.ts'
import { createPlan } from '../../../../shared/edits/tree-edits.ts'
import type { GoalId } from '../../../../shared/model/ids.ts'
import { shareActionText } from '../../../../renderer/text/share-actions.ts'
import { planId, settled } from '../../data/fake-computer.ts'
import { computerAtShare, type ComputerAtShare, type WindowAtShare } from './computer-at-share.ts'
import { createMemoryFolder, createMemoryFolders, type MemoryFolder } from './memory-folders.ts'

let folder: MemoryFolder
let here: ComputerAtShare
let there: ComputerAtShare
let windows: WindowAtShare[]

beforeEach(() => {
  folder = createMemoryFolder('Pipeline.planfolder')
  here = computerAtShare({ name: 'SRE laptop' })
  there = computerAtShare({ name: 'Release team laptop' })
  here.folders.next = folder
  there.folders.next = folder
  windows = []
})
afterEach(async () => {
  for (const window of windows) window.kill()
  await settled()
})

async function open(computer: ComputerAtShare): Promise<WindowAtShare> {
  const window = await computer.openWindow()
  windows.push(window)
  return window
}

async function newPlan({ desk }: WindowAtShare): Promise<void> {
  await desk.open({ id: planId, fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: 'Pipeline' }, createPlan({ id: planId, title: 'Pipeline', startsOn: '2018-07-01' })) })
}

/** A window here that shares the plan through the folder. */
async function sharing(): Promise<WindowAtShare> {
  const window = await open(here)
  await newPlan(window)
  expect(await window.actions.chooseShareFolder()).toBeNull()
  await expect.poll(() => standing(window)).toBe('upToDate')
  return window
}

/** A window there that has joined. */
async function joined(): Promise<WindowAtShare> {
  const window = await open(there)
  window.actions.openSharedFolder()
  await expect.poll(() => (window.store.getState().phase.kind === 'plan' ? standing(window) : '')).toBe('upToDate')
  return window
}

const standing = (window: WindowAtShare): string => window.session().share.getState().state.standing.kind

function add(window: WindowAtShare, id: GoalId): void {
  const { view, act } = window.session().plan.getState()
  act({ action: 'goalAdded', subject: id }, addGoal({ view, id, title: id, output: null, quarter: 1, status: 'todo', after: [] }))
}

const goals = (window: WindowAtShare): readonly GoalId[] => [...liveGoals(window.session().plan.getState().view)].map(({ id }) => id).toSorted()
const title = (window: WindowAtShare): string | undefined => recordOf(window.session().plan.getState().view, planId)?.title

test('[O60] a colleague who opens the folder has the plan, and what each edits is seen by both', async () => {
  const a = await sharing()
  add(a, 'goal:a')
  await expect.poll(() => folder.files.size).toBeGreaterThan(1)
  const b = await joined()
  await expect.poll(() => goals(b)).toEqual(['goal:a'])
  add(b, 'goal:b')
  await expect.poll(() => goals(a)).toEqual(['goal:a', 'goal:b'])
  add(a, 'goal:c')
  await expect.poll(() => goals(b)).toEqual(['goal:a', 'goal:b', 'goal:c'])
  expect(a.session().share.getState().state.members.map(({ name }) => name)).toEqual(['Release team laptop'])
  expect(b.session().plan.getState().undoable.map(({ name }) => name.subject)).toEqual(['goal:b'])
})

test('[O57] of two windows one runs the share; the other shows how it stands, and what is done in either goes out', async () => {
  const first = await sharing()
  const second = await open(here)
  await second.desk.open({ id: planId })
  await expect.poll(() => standing(second)).toBe('upToDate')
  expect(second.session().share.getState().share).toEqual({ kind: 'folder', name: folder.name })
  const b = await joined()
  add(second, 'goal:second')
  add(first, 'goal:first')
  await expect.poll(() => goals(b)).toEqual(['goal:first', 'goal:second'])
  expect(openShares(second.session().plan.getState().exchanges)).toHaveLength(1)
  folder.isOut = true
  second.session().share.getState().retry()
  await expect.poll(() => [standing(first), standing(second)]).toEqual(['out', 'out'])
})

test.each(['close', 'kill'] as const)('[O58] when the window that runs the share is gone (%s), another takes over', async (way) => {
  const first = await sharing()
  const second = await open(here)
  await second.desk.open({ id: planId })
  const b = await joined()
  if (way === 'close') await first.close()
  else first.kill()
  add(second, 'goal:second')
  await expect.poll(() => goals(b)).toEqual(['goal:second'])
  add(b, 'goal:b')
  await expect.poll(() => goals(second)).toEqual(['goal:b', 'goal:second'])
})

test('[O59] a plan that is opened again is shared again by itself', async () => {
  const first = await sharing()
  await first.close()
  const b = await joined()
  add(b, 'goal:b')
  const again = await open(here)
  await again.desk.open({ id: planId })
  await expect.poll(() => goals(again)).toEqual(['goal:b'])
  expect(again.session().share.getState().share).toEqual({ kind: 'folder', name: folder.name })
})

test('[O61] what was done just before a plan is left still goes out', async () => {
  const a = await sharing()
  const b = await joined()
  add(a, 'goal:last')
  await a.desk.showStart()
  await expect.poll(() => goals(b)).toEqual(['goal:last'])
})

test('[O62] leaving a share keeps the plan and the folder, and nothing goes out or comes in any more', async () => {
  const a = await sharing()
  const b = await joined()
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
  const first = await sharing()
  const second = await open(here)
  await second.desk.open({ id: planId })
  await expect.poll(() => standing(second)).toBe('upToDate')
  await second.actions.endShare()
  await expect.poll(() => first.session().share.getState().share).toBeNull()
  await expect.poll(() => openShares(first.session().plan.getState().exchanges)).toEqual([])
})

test('[O63] a plan that is removed from this computer is no longer shared from it', async () => {
  const a = await sharing()
  await a.desk.showStart()
  await a.library.removePlan(planId)
  expect(await a.library.shares.of(planId)).toEqual({ ok: true, value: null })
  await newPlan(a)
  expect(a.session().share.getState().share).toBeNull()
})

test('[O64] a folder that is out of reach is said, nothing waits for it, and what was done meanwhile goes out when it is back', async () => {
  const a = await sharing()
  const b = await joined()
  folder.isOut = true
  add(a, 'goal:a')
  await expect.poll(() => a.session().share.getState().state.standing).toMatchObject({ kind: 'out', reason: 'unreachable', waiting: expect.any(Number) as number })
  expect(a.session().plan.getState().saving).toEqual({ kind: 'saved' })
  folder.isOut = false
  a.session().share.getState().retry()
  await expect.poll(() => goals(b)).toEqual(['goal:a'])
})

test('[O65] sharing elsewhere leaves the share before', async () => {
  const a = await sharing()
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
  const b = await open(there)
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
  const a = await open(here)
  await newPlan(a)
  expect(await a.actions.chooseShareFolder()).toBe(shareActionText.otherPlan('Other'))
  expect([a.session().plan.getState().exchanges, here.folders.known.size, there.folders.known.size, [...folder.files.keys()]]).toEqual([[], 0, 0, ['plan.json']])
})

test('[O67] a computer whose profile was copied goes on under another name, and both have everything', async () => {
  const a = await sharing()
  await a.close()
  const twin = computerAtShare({ name: 'SRE laptop', folders: createMemoryFolders() })
  const b = await open(twin)
  const original = await open(here)
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

const shared = (): string => [...folder.files.values()].map(({ text }) => text).join('\n')

test('[O61] a window that is about to close hands out what was done a moment ago, and waits for nothing that can’t be reached', async () => {
  const a = await sharing()
  add(a, 'goal:last')
  expect(shared()).not.toContain('goal:last')
  await a.session().share.getState().handOut()
  expect(shared()).toContain('goal:last')
  expect(a.session().share.getState().isHandingOut).toBe(false)
  folder.isOut = true
  a.session().share.getState().retry()
  await expect.poll(() => standing(a)).toBe('out')
  add(a, 'goal:later')
  const at = performance.now()
  await a.session().share.getState().handOut()
  expect(performance.now() - at).toBeLessThan(200)
})

test('[O71] a snapshot that is taken is there for all, and one that was removed doesn’t come back', async () => {
  const a = await sharing()
  const b = await joined()
  const { plan, snapshots } = a.session()
  const { view, computer } = plan.getState()
  const [by, at] = [{ replica: computer.replica, name: computer.name }, '2018-12-06T10:00:00.000Z']
  const { text, digest } = finish(writeSnapshotInSteps({ view, scope: 'year', by, at, app: 'test' }))
  await snapshots.getState().keep({ head: headOf({ digest, scope: 'year', at, by, view }), text })
  a.session().share.getState().retry()
  const kept = (): readonly string[] => b.session().snapshots.getState().heads.map((head) => head.digest)
  await expect.poll(kept).toEqual([digest])
  expect(await b.session().snapshots.getState().text(digest)).toEqual({ ok: true, value: text })
  await b.session().snapshots.getState().remove(b.session().snapshots.getState().heads[0] ?? headOf({ digest, scope: 'year', at, by, view }))
  for (let look = 0; look < 4; look += 1) {
    b.session().share.getState().retry()
    await new Promise((done) => setTimeout(done, 40))
  }
  expect(kept()).toEqual([])
})

test('[O72] what a clock far ahead holds back is taken in at a person’s word, in whichever window that is said', async () => {
  const first = await sharing()
  const second = await open(here)
  await second.desk.open({ id: planId })
  await expect.poll(() => standing(second)).toBe('upToDate')
  const ahead = Date.now() + 9 * 86_400_000
  const at = formatStamp({ ms: ahead, counter: 0, writer: 'bbbbbbbbbb0' })
  const theirs = addChanges(first.session().plan.getState().view.set, [{ at, on: 'goal:ahead', set: { title: 'ahead', status: 'todo', quarter: 1, order: 'a0' } }]).set
  folder.files.set('replicas/bbbbbbbbbb.json', { text: writePlanFile({ set: theirs, by: { replica: 'bbbbbbbbbb', name: 'Release laptop' }, at: new Date().toISOString(), app: 'test' }), modified: 1 })
  await expect.poll(() => second.session().share.getState().state.heldBack.map(({ replica }) => replica)).toEqual(['bbbbbbbbbb'])
  expect(goals(first)).toEqual([])
  second.session().share.getState().accept('bbbbbbbbbb')
  await expect.poll(() => goals(second)).toEqual(['goal:ahead'])
  await expect.poll(() => second.session().share.getState().state.heldBack).toEqual([])
})

test('[O73] a copy of a shared plan is a plan of its own, and not shared', async () => {
  const a = await sharing()
  const file = finish(readPlanInSteps(writePlanFile({ set: a.session().plan.getState().view.set, by: { replica: 'bbbbbbbbbb', name: '' }, at: '', app: 'test' })))
  if (!file.ok) throw new Error('unread')
  await openCopy({ desk: a.desk, file: file.file, fileName: 'f', now: Date.now(), onOpened: () => undefined, onPart: () => undefined })
  expect(a.session().plan.getState().planId).not.toBe(planId)
  await settled()
  expect([a.session().share.getState().share, a.session().plan.getState().exchanges]).toEqual([null, []])
})
