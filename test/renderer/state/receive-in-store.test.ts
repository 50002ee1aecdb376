import { expect, test } from 'vitest'
import { foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp, msOf } from '../../../shared/changes/stamp.ts'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import { addGoal } from '../../../shared/edits/goal-edits.ts'
import { mergesOf } from '../../../shared/plan/merge-state.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { openShares } from '../../../shared/plan/open-shares.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { planAtWork, sendOut, type AtWork } from './plan-at-work.ts'

const goal = 'goal:a'

function add({ store }: AtWork, id: 'goal:a' | 'goal:b' = goal): void {
  const { view, act } = store.getState()
  act({ action: 'goalAdded', subject: 'A' }, addGoal({ view, id, title: 'A', output: null, quarter: 1, status: 'todo', after: [] }))
}

function rename({ store }: AtWork, title: string): void {
  const { view, act } = store.getState()
  act({ action: 'goalRenamed', subject: title }, editFields({ view, on: goal, set: { title } }))
}

const titleOf = ({ store }: AtWork): string | undefined => recordOf(store.getState().view, goal)?.title
const setOf = ({ store }: AtWork): ChangeSet => store.getState().view.set

/** Here and there with the same goal. */
function pair(): { readonly here: AtWork; readonly there: AtWork } {
  const here = planAtWork()
  add(here)
  const there = planAtWork({ replica: 'bbbbbbbbbb', name: 'There' })
  there.store.getState().receive(setOf(here))
  return { here, there }
}

test('[O52] what a share brings is shown and written to the log, and is no step of undo', async () => {
  const { here, there } = pair()
  await here.disk.finish()
  rename(there, 'There')
  const before = here.store.getState()
  before.receive(setOf(there))
  const after = here.store.getState()
  expect(titleOf(here)).toBe('There')
  expect([after.undoable, after.redoable, after.lastAction]).toEqual([before.undoable, before.redoable, before.lastAction])
  await here.disk.finish()
  expect(here.disk.commits.map(({ action }) => action)).toEqual(['goalAdded', 'shareReceived'])
  expect(after.lastReceived).toMatchObject({ at: here.time.now, changes: here.disk.commits[1]?.changes })
  here.store.getState().undo()
  expect(recordOf(here.store.getState().view, goal)).toMatchObject({ title: 'There', deleted: false })
})

test('[O52] undo after a colleague’s work takes back the own edit and leaves theirs', () => {
  const { here, there } = pair()
  here.store.getState().act({ action: 'goalMoved', subject: 'A', detail: 'done' }, editFields({ view: here.store.getState().view, on: goal, set: { status: 'done' } }))
  rename(there, 'There')
  here.store.getState().receive(setOf(there))
  here.store.getState().undo()
  expect(recordOf(here.store.getState().view, goal)).toMatchObject({ title: 'There', status: 'todo' })
})

test('[O52] what is known already writes nothing, the same again writes nothing', async () => {
  const { here, there } = pair()
  rename(there, 'There')
  here.store.getState().receive(setOf(there))
  await here.disk.finish()
  await here.disk.finish()
  const { view } = here.store.getState()
  here.store.getState().receive(setOf(there))
  here.store.getState().receive(setOf(here))
  expect(here.store.getState().view).toBe(view)
  expect(here.store.getState().saving).toEqual({ kind: 'saved' })
})

test('[O53] what was edited on both sides waits in the list of conflicts, the same one for both', () => {
  const { here, there } = pair()
  rename(here, 'Here')
  there.time.now += 1_000
  rename(there, 'There')
  const [ours, theirs] = [setOf(here), setOf(there)]
  here.store.getState().receive(theirs)
  there.store.getState().receive(ours)
  expect([titleOf(here), titleOf(there)]).toEqual(['There', 'There'])
  const waiting = [here, there].map(({ store }) => openConflicts(store.getState().view).map(({ id }) => id))
  expect(waiting[0]).toHaveLength(1)
  expect(waiting[1]).toEqual(waiting[0])
})

test('[O54] the clock runs on after what came, and doesn’t follow a stamp of the far future', () => {
  const { here, there } = pair()
  there.time.now += 60_000
  rename(there, 'There')
  here.store.getState().receive(setOf(there))
  rename(here, 'Here')
  expect(titleOf(here)).toBe('Here')
  const far = formatStamp({ ms: here.time.now + 30 * 86_400_000, counter: 0, writer: 'cccccccccc0' })
  here.store.getState().receive(foldChanges([{ at: far, on: 'goal:c', set: { title: 'far' } }]))
  add(here, 'goal:b')
  const own = [...setOf(here).knows].find(([writer]) => writer.startsWith('aaaaaaaaaa'))?.[1]
  expect(own === undefined ? 0 : msOf(own) - here.time.now).toBeLessThan(120_000)
})

test('[O55] what came under this computer’s name and was never written here tells that it was copied', () => {
  const { here, there } = pair()
  there.store.getState().receive(setOf(here))
  here.store.getState().receive(setOf(there))
  expect(here.copied.times).toBe(0)
  const twin = planAtWork({ set: setOf(here) })
  rename(twin, 'Twin')
  here.store.getState().receive(setOf(twin))
  expect(here.copied.times).toBe(1)
})

test('[O56] another window of this computer sees what came from the log, as no step of undo', async () => {
  const { here, there } = pair()
  const window = planAtWork({ set: setOf(here), slot: 1 })
  rename(there, 'There')
  here.store.getState().receive(setOf(there))
  await here.disk.finish()
  await here.disk.finish()
  window.hearCommits(here.disk.commits.slice(1))
  expect(titleOf(window)).toBe('There')
  expect(window.store.getState()).toMatchObject({ undoable: [], lastAction: null, lastReceived: { at: here.time.now } })
})

/** A file of There’s, merged here. */
function mergeFile(here: AtWork, theirs: ChangeSet): string {
  here.store.getState().takeIn({ name: { action: 'fileMerged', subject: 'f' }, theirs, edits: [], file: { name: 'f.plan.json', by: 'There', reviewed: [], changes: 1 } })
  return mergesOf(here.store.getState().exchanges)[0]?.id ?? ''
}

test('[O50] a merge into a plan that is shared is set back by new changes, so that nobody else keeps it', async () => {
  const { here, there } = pair()
  here.store.getState().markShared({ id: 's1', place: 'Team' })
  rename(there, 'There')
  const merge = mergeFile(here, setOf(there))
  await here.disk.finish()
  await here.disk.finish()
  const known = setOf(here).knows
  expect(await here.store.getState().takeBackMerge(merge)).toMatchObject({ how: 'reverted', left: { isShare: true, file: 'Team' } })
  expect(titleOf(here)).toBe('A')
  for (const [writer, at] of known) expect((setOf(here).knows.get(writer) ?? '') >= at).toBe(true)
})

test('[O50] after a share was left a merge is taken out again, as long as nothing went out', async () => {
  const { here, there } = pair()
  here.store.getState().markShared({ id: 's1', place: 'Team' })
  here.store.getState().markShared({ id: 's1', place: 'Team' })
  here.store.getState().markUnshared()
  here.store.getState().markUnshared()
  expect(here.store.getState().exchanges.map(({ kind }) => kind)).toEqual(['shared', 'unshared'])
  rename(there, 'There')
  const merge = mergeFile(here, setOf(there))
  for (let i = 0; i < 4; i += 1) await here.disk.finish()
  expect(await here.store.getState().takeBackMerge(merge)).toMatchObject({ how: 'withdrawn' })
  sendOut(here, 'f')
  expect(openShares(here.store.getState().exchanges)).toEqual([])
})

test('[O50] what a merge had brought that was taken out, and a share brought again, stays when a later file is taken back', async () => {
  const { here, there } = pair()
  await here.disk.finish()
  add(there, 'goal:b')
  const first = mergeFile(here, setOf(there))
  for (let i = 0; i < 3; i += 1) await here.disk.finish()
  expect(await here.store.getState().takeBackMerge(first)).toMatchObject({ how: 'withdrawn' })
  here.store.getState().markShared({ id: 's1', place: 'Team' })
  here.store.getState().receive(setOf(there))
  here.store.getState().markUnshared()
  rename(there, 'There')
  const second = mergeFile(here, setOf(there))
  for (let i = 0; i < 5; i += 1) await here.disk.finish()
  expect(await here.store.getState().takeBackMerge(second)).toMatchObject({ how: 'withdrawn' })
  expect([titleOf(here), recordOf(here.store.getState().view, 'goal:b')?.deleted]).toEqual(['A', false])
})

test('[O50] a merge that was taken out, that a share brought again and that is done again, is set back and not taken out', async () => {
  const { here, there } = pair()
  add(there, 'goal:b')
  const merge = mergeFile(here, setOf(there))
  for (let i = 0; i < 3; i += 1) await here.disk.finish()
  here.store.getState().undo()
  expect(recordOf(here.store.getState().view, 'goal:b')).toBeNull()
  here.store.getState().markShared({ id: 's1', place: 'Team' })
  here.store.getState().receive(setOf(there))
  here.store.getState().markUnshared()
  here.store.getState().redo()
  for (let i = 0; i < 6; i += 1) await here.disk.finish()
  const known = setOf(here).knows
  expect(await here.store.getState().takeBackMerge(merge)).toMatchObject({ how: 'reverted', left: { file: 'Team' } })
  for (const [writer, at] of known) expect((setOf(here).knows.get(writer) ?? '') >= at).toBe(true)
})

test('[O78] what a colleague wrote into a field while one was typing in it waits as a conflict, the same for both', () => {
  const { here, there } = pair()
  rename(there, 'There')
  here.store.getState().receive(setOf(there))
  const typed = (title: string, begun: string): void => here.store.getState().act({ action: 'goalRenamed', subject: 'A' }, editFields({ view: here.store.getState().view, on: goal, set: { title } }), [{ on: goal, set: { title: begun } }])
  typed('Here', 'A')
  expect(titleOf(here)).toBe('Here')
  const waiting = (at: AtWork): readonly unknown[] => openConflicts(at.store.getState().view).map(({ on, field, earlier, later }) => ({ on, field, earlier: earlier.value, later: later.value }))
  expect(waiting(here)).toEqual([{ on: goal, field: 'title', earlier: 'There', later: 'Here' }])
  there.store.getState().receive(setOf(here))
  expect([titleOf(there), waiting(there)]).toEqual(['Here', waiting(here)])
  here.store.getState().undo()
  expect([titleOf(here), waiting(here)]).toEqual(['There', []])
})

test('[O78] what was seen when the typing began, one’s own, and the same words are no conflict', () => {
  const { here, there } = pair()
  const typed = (title: string, begun: string): void => here.store.getState().act({ action: 'goalRenamed', subject: 'A' }, editFields({ view: here.store.getState().view, on: goal, set: { title } }), [{ on: goal, set: { title: begun } }])
  typed('Here', 'A')
  typed('Here again', 'A') // written in another window meanwhile
  rename(there, 'There')
  here.store.getState().receive(setOf(there))
  expect(openConflicts(here.store.getState().view)).toHaveLength(1) // of edits apart
  typed('Seen', titleOf(here) ?? '')
  expect(openConflicts(here.store.getState().view)).toEqual([])
  there.store.getState().receive(setOf(here))
  rename(there, 'The same')
  here.store.getState().receive(setOf(there))
  typed('The same', 'Seen')
  expect(openConflicts(here.store.getState().view)).toEqual([])
})
