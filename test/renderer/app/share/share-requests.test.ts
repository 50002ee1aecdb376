import { afterEach, beforeEach, expect, test } from 'vitest'
import { addChanges } from '../../../../shared/changes/fold.ts'
import { formatStamp, msOf } from '../../../../shared/changes/stamp.ts'
import { finish } from '../../../../shared/changes/steps.ts'
import { readPlanInSteps } from '../../../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../../../shared/file/write-plan-file.ts'
import { headOf } from '../../../../shared/snapshot/snapshot-head.ts'
import { writeSnapshotInSteps } from '../../../../shared/snapshot/write-snapshot.ts'
import { openCopy } from '../../../../renderer/app/open-copy.ts'
import { planId, settled } from '../../data/fake-computer.ts'
import type { ComputerAtShare } from './computer-at-share.ts'
import type { MemoryFolder } from './memory-folders.ts'
import { add, gatherTeam, goals, standing, type Team } from './team.ts'

let team: Team
let folder: MemoryFolder
let here: ComputerAtShare

beforeEach(() => {
  team = gatherTeam()
  ;({ folder, here } = team)
})
afterEach(() => team.disband())

const shared = (): string => [...folder.files.values()].map(({ text }) => text).join('\n')

test('[O61] a window that is about to close hands out what was done a moment ago, and waits for nothing that can’t be reached', async () => {
  const a = await team.sharing()
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
  const a = await team.sharing()
  const b = await team.joined()
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

test('[O77] what each computer keeps by itself of a quarter as it set out is not shared, and not taken from others', async () => {
  const a = await team.sharing()
  add(a, 'goal:first')
  const b = await team.joined()
  const { plan, snapshots, board } = a.session()
  const { view, computer } = plan.getState()
  const by = { replica: computer.replica, name: computer.name }
  const start = new Date(board.getState().times.starts.get(1)?.at ?? 0).toISOString()
  const taken = ([[1, start], [1, '2018-12-06T10:00:00.000Z'], ['year', start]] as const).map(([scope, at]) => {
    const { text, digest } = finish(writeSnapshotInSteps({ view, scope, by, at, app: 'test' }))
    return { head: headOf({ digest, scope, at, by, view }), text }
  })
  for (const each of taken) await snapshots.getState().keep(each)
  a.session().share.getState().retry()
  const [ofStart, ...others] = taken.map(({ head }) => head.digest)
  const kept = (): readonly string[] => b.session().snapshots.getState().heads.map((head) => head.digest)
  await expect.poll(() => kept().toSorted()).toEqual(others.toSorted())
  const pathOf = (digest = ''): string => `snapshots/${digest.slice('sha256:'.length)}.snapshot.json`
  expect([...folder.files.keys()].filter((path) => path.startsWith('snapshots/')).toSorted()).toEqual(others.map(pathOf).toSorted())
  folder.files.set(pathOf(ofStart), { text: taken[0]?.text ?? '', modified: 1 })
  for (let look = 0; look < 4; look += 1) {
    b.session().share.getState().retry()
    await new Promise((done) => setTimeout(done, 40))
  }
  expect(kept().toSorted()).toEqual(others.toSorted())
})

test('[O72] what a clock far ahead holds back is taken in at a person’s word, in whichever window that is said', async () => {
  const first = await team.sharing()
  const second = await team.open(here)
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
  const a = await team.sharing()
  const file = finish(readPlanInSteps(writePlanFile({ set: a.session().plan.getState().view.set, by: { replica: 'bbbbbbbbbb', name: '' }, at: '', app: 'test' })))
  if (!file.ok) throw new Error('unread')
  await openCopy({ desk: a.desk, file: file.file, fileName: 'f', now: Date.now(), onOpened: () => undefined, onPart: () => undefined })
  expect(a.session().plan.getState().planId).not.toBe(planId)
  await settled()
  expect([a.session().share.getState().share, a.session().plan.getState().exchanges]).toEqual([null, []])
})

test('[O120] who joins a plan in which a clock runs far ahead is asked before it is taken in, whose and by how much; who gives it up has nothing, and the own clock doesn’t follow it', async () => {
  const a = await team.sharing()
  await a.close()
  const [path = ''] = [...folder.files.keys()].filter((each) => each.startsWith('replicas/'))
  const at = formatStamp({ ms: Date.now() + 9 * 86_400_000, counter: 0, writer: 'bbbbbbbbbb0' })
  const read = finish(readPlanInSteps(folder.files.get(path)?.text ?? ''))
  if (!read.ok) throw new Error('unread')
  const { set } = addChanges(read.file.set, [{ at, on: 'goal:ahead', set: { title: 'ahead', status: 'todo', quarter: 1, order: 'a0' } }, { at, on: 'replica:bbbbbbbbbb', set: { name: 'Release laptop' } }])
  folder.files.set('replicas/bbbbbbbbbb.json', { text: writePlanFile({ set, by: { replica: 'bbbbbbbbbb', name: 'Release laptop' }, at: new Date().toISOString(), app: 'test' }), modified: 1 })
  const b = await team.open(team.there)
  const asked = (): unknown => b.store.getState().overlay
  for (const answer of [b.actions.cancelJoining, b.actions.joinAllTheSame]) {
    b.actions.openSharedFolder()
    await expect.poll(asked).toEqual({ kind: 'joinAhead', clocks: [{ replica: 'bbbbbbbbbb', name: 'Release laptop', byMs: expect.any(Number) as unknown }] })
    expect([standing(b), await b.library.plans()]).toEqual(['', { ok: true, value: [] }])
    answer()
    await settled()
    expect(asked()).toBeNull()
  }
  await expect.poll(() => standing(b)).toBe('upToDate')
  expect(goals(b)).toEqual(['goal:ahead'])
  add(b, 'goal:b')
  const own = [...b.session().plan.getState().view.set.knows].filter(([writer]) => writer.startsWith(b.session().plan.getState().computer.replica)).map(([, stamp]) => msOf(stamp))
  expect(Math.max(...own)).toBeLessThan(Date.now() + 60_000)
})
