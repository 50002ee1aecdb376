import { expect, test } from 'vitest'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import { addGoal } from '../../../shared/edits/goal-edits.ts'
import { readPlanFile } from '../../../shared/file/read-plan-file.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import type { Status } from '../../../shared/model/status.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { planAtWork, type AtWork } from './plan-at-work.ts'

const name = { action: 'goalAdded', subject: 'A' }

function add({ store }: AtWork, id: 'goal:a' | 'goal:b' = 'goal:a'): void {
  const { view, act } = store.getState()
  act(name, addGoal({ view, id, title: 'A', output: null, quarter: 1, status: 'todo', after: [] }))
}

function setStatus({ store }: AtWork, status: Status): void {
  const { view, act } = store.getState()
  act({ action: 'goalMoved', subject: 'A', detail: status }, editFields({ view, on: 'goal:a', set: { status } }))
}

const statusOf = ({ store }: AtWork): Status | undefined => recordOf(store.getState().view, 'goal:a')?.status

test('[U1] an edit is there before the disk has answered, and saved is said only after', async () => {
  const work = planAtWork()
  add(work)
  expect(statusOf(work)).toBe('todo')
  expect(work.store.getState().saving).toEqual({ kind: 'saving', waiting: 1 })
  expect(work.disk.commits).toEqual([])
  await work.disk.finish()
  expect(work.store.getState().saving).toEqual({ kind: 'saved' })
  expect(work.disk.commits).toHaveLength(1)
})

test('[U1] edits made while the disk is busy are saved after, in their order, before saved is said', async () => {
  const work = planAtWork()
  add(work)
  setStatus(work, 'done')
  setStatus(work, 'blocked')
  await work.disk.finish()
  expect(work.store.getState().saving.kind).toBe('saving')
  await work.disk.finish()
  expect(work.store.getState().saving).toEqual({ kind: 'saved' })
  expect(work.disk.commits.map((commit) => commit.action)).toEqual(['goalAdded', 'goalMoved', 'goalMoved'])
  expect(recordOf(planAtWork({ set: foldChanges(work.disk.commits.flatMap((commit) => commit.changes)) }).store.getState().view, 'goal:a')?.status).toBe('blocked')
})

test('[U2] a failed write is said, nothing typed is lost, and the next try writes everything in order', async () => {
  const work = planAtWork()
  work.disk.fails = true
  add(work)
  await work.disk.finish()
  expect(work.store.getState().saving).toEqual({ kind: 'failed', waiting: 1, failure: { kind: 'full' } })
  expect(statusOf(work)).toBe('todo')
  setStatus(work, 'done')
  await work.disk.finish()
  expect(work.store.getState().saving).toMatchObject({ kind: 'failed', waiting: 2 })
  work.disk.fails = false
  work.store.getState().retrySaving()
  await work.disk.finish()
  expect(work.store.getState().saving).toEqual({ kind: 'saved' })
  expect(work.disk.commits.map((commit) => commit.action)).toEqual(['goalAdded', 'goalMoved'])
})

test('[U3] undo takes back the last action and says its name, redo does it again', () => {
  const work = planAtWork()
  add(work)
  setStatus(work, 'inProgress')
  setStatus(work, 'done')
  expect(work.store.getState().undo()).toMatchObject({ action: 'goalMoved', detail: 'done' })
  expect(statusOf(work)).toBe('inProgress')
  work.store.getState().undo()
  expect(statusOf(work)).toBe('todo')
  expect(work.store.getState().redo()).toMatchObject({ action: 'goalMoved', detail: 'inProgress' })
  expect(statusOf(work)).toBe('inProgress')
  expect(work.store.getState().lastAction).toMatchObject({ how: 'redone' })
})

test('[U3] undo of a new goal deletes it, redo brings it back as it was', () => {
  const work = planAtWork()
  add(work)
  work.store.getState().undo()
  expect(recordOf(work.store.getState().view, 'goal:a')?.deleted).toBe(true)
  work.store.getState().redo()
  expect(recordOf(work.store.getState().view, 'goal:a')).toMatchObject({ deleted: false, title: 'A' })
  expect(work.store.getState().undo()).not.toBeNull()
})

test('[U3] a new action ends what could be redone', () => {
  const work = planAtWork()
  add(work)
  setStatus(work, 'done')
  work.store.getState().undo()
  setStatus(work, 'stalled')
  expect(work.store.getState().redo()).toBeNull()
})

test('[U4] what another window wrote is shown, and stands against neither undo nor later edits here', () => {
  const work = planAtWork()
  const other = planAtWork({ slot: 1 })
  add(work)
  const changes = work.store.getState().view.set
  other.store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs: changes, edits: [] })
  setStatus(other, 'done')
  const stamp = [...other.store.getState().view.set.knows.values()].toSorted().at(-1) ?? ''
  work.hear([{ at: stamp, on: 'goal:a', set: { status: 'done' } }])
  expect(statusOf(work)).toBe('done')
  setStatus(work, 'blocked')
  expect(statusOf(work)).toBe('blocked')
  work.store.getState().undo()
  expect(statusOf(work)).toBe('done')
})

test('[U5] a file is one action: what was new or changed here goes with one undo, and comes back with redo', () => {
  const mine = planAtWork()
  add(mine)
  const theirs = planAtWork({ replica: 'bbbbbbbbbb', name: 'There' })
  theirs.store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs: mine.store.getState().view.set, edits: [] })
  theirs.time.now += 60_000
  setStatus(theirs, 'done')
  add(theirs, 'goal:b')
  mine.store.getState().takeIn({ name: { action: 'fileMerged', subject: 'theirs.plan.json' }, theirs: theirs.store.getState().view.set, edits: [] })
  expect(statusOf(mine)).toBe('done')
  expect(mine.store.getState().undo()).toEqual({ action: 'fileMerged', subject: 'theirs.plan.json' })
  expect(statusOf(mine)).toBe('todo')
  expect(recordOf(mine.store.getState().view, 'goal:b')?.deleted).toBe(true)
  mine.store.getState().redo()
  expect(statusOf(mine)).toBe('done')
  expect(recordOf(mine.store.getState().view, 'goal:b')?.deleted).toBe(false)
})

test('[U5] one\'s own file, an older one, and the same one again change nothing and write nothing', async () => {
  const work = planAtWork()
  add(work)
  const older = work.store.getState().view.set
  setStatus(work, 'done')
  await work.disk.finish()
  await work.disk.finish()
  const { view, undoable } = work.store.getState()
  for (const file of [older, view.set, older, view.set, view.set]) work.store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs: file, edits: [] })
  expect(work.store.getState().view).toBe(view)
  expect(work.store.getState().undoable).toBe(undoable)
  expect(work.store.getState().saving).toEqual({ kind: 'saved' })
})

test('[U8] the first edit says what the computer is called, and only the first', async () => {
  const work = planAtWork({ name: 'SRE laptop' })
  add(work)
  setStatus(work, 'done')
  await work.disk.finish()
  await work.disk.finish()
  expect(recordOf(work.store.getState().view, 'replica:aaaaaaaaaa')?.name).toBe('SRE laptop')
  expect(work.disk.commits.flatMap((commit) => commit.changes).filter((change) => change.on.startsWith('replica:'))).toHaveLength(1)
})

test('[F44] half a character that somebody pastes leaves a plan whose file can be opened', () => {
  const { store } = planAtWork({ set: foldChanges([{ at: '0000000001-000-bbbbbbbbbb0', on: 'plan:t', set: { title: 'T', startsOn: '2018-07-01' } }]) })
  store.getState().act(name, [{ on: 'goal:a', set: { title: 'A \ud83d', description: '\ude42', 'teams/\ud83d': true, quarter: 2 } }])
  const read = readPlanFile(writePlanFile({ set: store.getState().view.set, by: { replica: '', name: '' }, at: '', app: '' }))
  expect(read.ok && read.file.byHand === null).toBe(true)
  expect(recordOf(store.getState().view, 'goal:a')).toMatchObject({ title: 'A \ufffd', description: '\ufffd', teams: ['\ufffd'], quarter: 2 })
})
