import { describe, expect, test } from 'vitest'
import type { Edit } from '../../../shared/changes/change.ts'
import { emptyChangeSet, recordIn } from '../../../shared/changes/fold.ts'
import { rewriteChanges } from '../../../shared/changes/remove-changes.ts'
import { replicaOf } from '../../../shared/changes/stamp.ts'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { mergesOf } from '../../../shared/plan/merge-state.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { planAtWork, sendOut, type AtWork } from './plan-at-work.ts'

function act(work: AtWork, ...edits: readonly Edit[]): void {
  work.time.now += 60_000
  work.store.getState().act({ action: 'goalEdited', subject: '' }, edits)
}

/** Here and there begin with the same plan; there it is worked on. */
function twoComputers(): { readonly here: AtWork; readonly there: AtWork } {
  const here = planAtWork()
  act(here, { on: 'plan:t', set: { title: 'T', startsOn: '2018-07-01' } }, { on: 'goal:a', set: { title: 'A', status: 'todo' } })
  const there = planAtWork({ replica: 'bbbbbbbbbb', name: 'There', set: here.store.getState().view.set })
  there.time.now = here.time.now
  act(there, { on: 'goal:a', set: { status: 'done' } }, { on: 'goal:b', set: { title: 'B' } })
  return { here, there }
}

function merge(work: AtWork, from: AtWork): string {
  work.time.now += 60_000
  const name = { action: 'fileMerged', subject: 'there.plan.json' }
  work.store.getState().takeIn({ name, theirs: from.store.getState().view.set, edits: [], file: { name: 'there.plan.json', by: 'There', reviewed: [], changes: 1 } })
  return mergesOf(work.store.getState().exchanges)[0]?.id ?? ''
}

/** Both changed a title; in the merge one's own was chosen, and it was changed once more since. */
function chosenAndEdited(): AtWork {
  const { here, there } = twoComputers()
  act(there, { on: 'goal:a', set: { title: 'B' } })
  act(here, { on: 'goal:a', set: { title: 'X1' } })
  here.time.now += 60_000
  here.store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs: there.store.getState().view.set, edits: [{ on: 'goal:a', set: { title: 'X1' } }], file: { name: 'there', by: 'There', reviewed: [], changes: 1 } })
  act(here, { on: 'goal:a', set: { title: 'X2' } })
  return here
}

const textOf = ({ store }: AtWork): string => writePlanFile({ set: store.getState().view.set, by: { replica: '', name: '' }, at: '', app: '' })
const goal = ({ store }: AtWork, id: 'goal:a' | 'goal:b'): unknown => recordOf(store.getState().view, id)

describe('a merge', () => {
  test('[U175] taken back at once leaves the plan as it was, byte for byte, and comes back with redo', () => {
    const { here, there } = twoComputers()
    const before = textOf(here)
    merge(here, there)
    const merged = textOf(here)
    expect(merged).not.toBe(before)
    here.store.getState().undo()
    expect(textOf(here)).toBe(before)
    expect(mergesOf(here.store.getState().exchanges)).toMatchObject([{ isTakenBack: true }])
    here.store.getState().redo()
    expect(textOf(here)).toBe(merged)
    here.store.getState().undo()
    expect(textOf(here)).toBe(before)
  })

  test('[U175] takes along what was changed and changed back since, at once and once it went out, and brings it back with redo', () => {
    for (const isOut of [false, true]) {
      const { here, there } = twoComputers()
      merge(here, there)
      if (isOut) sendOut(here, 'out')
      act(here, { on: 'goal:a', set: { status: 'stalled' } })
      here.store.getState().undo()
      expect(goal(here, 'goal:a')).toMatchObject({ status: 'done' })
      here.store.getState().undo()
      expect(goal(here, 'goal:a')).toMatchObject({ status: 'todo' })
      here.store.getState().redo()
      expect(goal(here, 'goal:a')).toMatchObject({ status: 'done' })
      here.store.getState().redo()
      expect(goal(here, 'goal:a')).toMatchObject({ status: 'stalled' })
      here.store.getState().undo()
      here.store.getState().undo()
      expect(goal(here, 'goal:a')).toMatchObject({ status: 'todo' })
    }
  })

  test('[U175] undoing that it was taken back leaves all as it was, to the last byte: what was chosen in it, and what was typed since', async () => {
    const here = chosenAndEdited()
    act(here, { on: 'goal:b', set: { title: 'Worked on' } })
    const id = mergesOf(here.store.getState().exchanges)[0]?.id ?? ''
    const before = textOf(here)
    const waiting = openConflicts(here.store.getState().view).length
    for (let round = 0; round < 9; round += 1) await here.disk.finish()
    await here.store.getState().takeBackMerge(id)
    expect([goal(here, 'goal:a'), goal(here, 'goal:b')]).toMatchObject([{ title: 'X2' }, { title: 'Worked on' }])
    here.store.getState().undo()
    expect(textOf(here)).toBe(before)
    expect(openConflicts(here.store.getState().view)).toHaveLength(waiting)
    here.store.getState().undo()
    here.store.getState().undo()
    expect(goal(here, 'goal:a')).toMatchObject({ title: 'X1' })
    for (let round = 0; round < 9; round += 1) await here.disk.finish()
    const log = here.disk.commits.reduce((set, commit) => rewriteChanges(set, commit).set, emptyChangeSet())
    expect(portraitOf(log)).toBe(portraitOf(here.store.getState().view.set))
  })

  test('[U175] once a file has left meanwhile, what was typed since still counts when it is done again', async () => {
    const here = chosenAndEdited()
    for (let round = 0; round < 9; round += 1) await here.disk.finish()
    await here.store.getState().takeBackMerge(mergesOf(here.store.getState().exchanges)[0]?.id ?? '')
    sendOut(here, 'out')
    here.store.getState().undo()
    expect(goal(here, 'goal:a')).toMatchObject({ title: 'X2', status: 'done' })
    expect(openConflicts(here.store.getState().view)).toEqual([])
  })

  test('[U176] two merges that went out are both set back, the later one first, to what was here before', () => {
    const { here, there } = twoComputers()
    const third = planAtWork({ replica: 'cccccccccc', name: 'Third', set: here.store.getState().view.set })
    third.time.now = there.time.now
    act(third, { on: 'goal:a', set: { status: 'stalled' } })
    merge(here, there)
    merge(here, third)
    sendOut(here, 'out')
    here.store.getState().undo()
    expect(goal(here, 'goal:a')).toMatchObject({ status: 'done' })
    here.store.getState().undo()
    expect(goal(here, 'goal:a')).toMatchObject({ status: 'todo' })
  })

  test('[U176] set back, counted again and undone, one’s own edit from before it reads as it did', async () => {
    const { here, there } = twoComputers()
    act(here, { on: 'goal:a', set: { title: 'Y1' } })
    there.time.now = here.time.now
    act(there, { on: 'goal:a', set: { title: 'B' } })
    const id = merge(here, there)
    act(here, { on: 'goal:a', set: { title: 'Y2' } })
    sendOut(here, 'out')
    for (let round = 0; round < 9; round += 1) await here.disk.finish()
    await here.store.getState().takeBackMerge(id)
    for (let times = 0; times < 3; times += 1) here.store.getState().undo()
    expect([goal(here, 'goal:a'), goal(here, 'goal:b')]).toMatchObject([{ title: 'Y1', status: 'todo' }, { deleted: true }])
  })

  test('[U175] is not done again over a gap, where another window has taken out one that it built on', async () => {
    const { here, there } = twoComputers()
    const window = planAtWork({ slot: 1, set: here.store.getState().view.set })
    const tell = async (from: AtWork, to: AtWork): Promise<void> => {
      const told = from.disk.commits.length
      for (let round = 0; round < 6; round += 1) await from.disk.finish()
      to.hearCommits(from.disk.commits.slice(told))
    }
    const first = merge(window, there)
    await tell(window, here)
    act(there, { on: 'goal:b', set: { owner: 'SRE' } })
    merge(window, there)
    window.store.getState().undo()
    await tell(window, here)
    expect(await here.store.getState().takeBackMerge(first)).toEqual({ how: 'withdrawn', kept: 0 })
    await tell(here, window)
    const before = textOf(window)
    expect(window.store.getState().redo()).toBeNull()
    expect(textOf(window)).toBe(before)
    merge(window, there)
    expect(goal(window, 'goal:b')).toMatchObject({ title: 'B', owner: 'SRE' })
  })

  test('[U175] done again counts for all that it had brought, also for what another file kept meanwhile', async () => {
    const { here, there } = twoComputers()
    const before = textOf(here)
    const first = merge(here, there)
    act(there, { on: 'goal:b', set: { owner: 'SRE' } })
    const second = merge(here, there)
    const finish = async (): Promise<void> => {
      for (let round = 0; round < 6; round += 1) await here.disk.finish()
    }
    const takeBack = async (id: string): Promise<void> => {
      await finish()
      expect(await here.store.getState().takeBackMerge(id)).not.toBeNull()
    }
    await takeBack(first)
    here.store.getState().undo()
    await takeBack(second)
    expect(goal(here, 'goal:b')).toMatchObject({ title: 'B', owner: '' })
    await takeBack(first)
    expect(textOf(here)).toBe(before)
  })

  test('[U175] taken back at a later time keeps the edits made since, and only these', async () => {
    const { here, there } = twoComputers()
    const id = merge(here, there)
    act(here, { on: 'goal:a', set: { owner: 'SRE' } })
    act(here, { on: 'plan:t', set: { title: 'U' } })
    for (let round = 0; round < 6; round += 1) await here.disk.finish()
    expect(await here.store.getState().takeBackMerge(id)).toEqual({ how: 'withdrawn', kept: 0 })
    expect(goal(here, 'goal:a')).toMatchObject({ status: 'todo', owner: 'SRE' })
    expect(recordIn(here.store.getState().view.set, 'goal:b')).toBeUndefined()
    expect(recordOf(here.store.getState().view, 'plan:t')?.title).toBe('U')
    expect(here.store.getState().view.set.knows.has('bbbbbbbbbb0')).toBe(false)
    expect(await here.store.getState().takeBackMerge(id)).toBeNull()
  })

  test('[U176] after the plan went out it is set back by new changes, and says so', async () => {
    const { here, there } = twoComputers()
    const id = merge(here, there)
    sendOut(here, 'out.plan.json')
    const taken = await here.store.getState().takeBackMerge(id)
    expect(taken).toMatchObject({ how: 'reverted', records: 2, left: { file: 'out.plan.json' } })
    expect(goal(here, 'goal:a')).toMatchObject({ status: 'todo' })
    expect(goal(here, 'goal:b')).toMatchObject({ deleted: true })
    expect(here.store.getState().view.set.knows.has('bbbbbbbbbb0')).toBe(true)
    expect(here.store.getState().lastAction?.takenBack?.how).toBe('reverted')
    here.store.getState().undo()
    expect(goal(here, 'goal:a')).toMatchObject({ status: 'done' })
  })

  test('[U189] what is merged while a file is being saved is not in it', async () => {
    const { here, there } = twoComputers()
    const leaving = here.store.getState().beginExport('out.plan.json')
    const id = merge(here, there)
    leaving.saved('out.plan.json')
    expect(recordIn(leaving.set, 'goal:b')).toBeUndefined()
    expect(await here.store.getState().takeBackMerge(id)).toMatchObject({ how: 'withdrawn' })
  })

  test('[U176] what went out before the merge holds nothing of it', async () => {
    const { here, there } = twoComputers()
    sendOut(here, 'before.plan.json')
    expect(await here.store.getState().takeBackMerge(merge(here, there))).toMatchObject({ how: 'withdrawn' })
  })

  test('[U177] the log gives what the window shows, also where a merge was taken back', async () => {
    const { here, there } = twoComputers()
    merge(here, there)
    act(here, { on: 'goal:b', set: { status: 'done' } })
    here.store.getState().undo()
    here.store.getState().undo()
    for (let round = 0; round < 9; round += 1) await here.disk.finish()
    const again = planAtWork({ slot: 1 })
    again.hearCommits(here.disk.commits)
    expect(textOf(again)).toBe(textOf(here))
    expect(mergesOf(again.store.getState().exchanges)).toEqual(mergesOf(here.store.getState().exchanges))
  })

  test('[U178] in a hurry leaves its conflicts to be looked at; who then writes the field has settled them', () => {
    const { here, there } = twoComputers()
    act(here, { on: 'goal:a', set: { status: 'blocked' } })
    merge(here, there)
    expect(openConflicts(here.store.getState().view).map(({ on, field }) => [on, field])).toEqual([['goal:a', 'status']])
    merge(here, there)
    expect(openConflicts(here.store.getState().view)).toHaveLength(1)
    // the colleague gets the conflict with the file, and finds none of its own
    merge(there, here)
    expect(openConflicts(there.store.getState().view)).toHaveLength(1)
    act(here, { on: 'goal:a', set: { status: 'stalled' } })
    expect(openConflicts(here.store.getState().view)).toEqual([])
    here.store.getState().undo()
    expect(openConflicts(here.store.getState().view)).toHaveLength(1)
    here.store.getState().redo()
    merge(there, here)
    expect(openConflicts(there.store.getState().view)).toEqual([])
  })

  test('[U178] what is chosen against a file writes its field too, and settles what waited there', () => {
    const { here, there } = twoComputers()
    act(here, { on: 'goal:a', set: { status: 'blocked' } })
    merge(here, there)
    act(there, { on: 'goal:a', set: { status: 'stalled' } })
    const file = { name: 'there.plan.json', by: 'There', reviewed: [], changes: 1 }
    const choose = (...edits: readonly Edit[]): void => here.store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs: there.store.getState().view.set, edits, file })
    choose({ on: 'goal:a', set: { owner: 'SRE' } })
    expect(openConflicts(here.store.getState().view)).toHaveLength(1)
    here.store.getState().undo()
    choose({ on: 'goal:a', set: { status: 'done' } })
    expect(openConflicts(here.store.getState().view)).toEqual([])
    here.store.getState().undo()
    expect(openConflicts(here.store.getState().view)).toHaveLength(1)
  })

  test('[U179] of a copied profile keeps what both wrote, and this computer goes on under a new name', () => {
    const { here } = twoComputers()
    const copy = planAtWork({ set: here.store.getState().view.set })
    copy.time.now = here.time.now
    act(here, { on: 'goal:a', set: { status: 'blocked' } })
    act(copy, { on: 'goal:a', set: { status: 'done' } })
    merge(here, copy)
    expect(here.copied.times).toBe(1)
    expect(openConflicts(here.store.getState().view)).toHaveLength(1)
    here.store.getState().setComputer({ replica: 'eeeeeeeeee', name: 'Here' })
    act(here, { on: 'goal:a', set: { status: 'stalled' } })
    const winner = recordIn(here.store.getState().view.set, 'goal:a')?.winners.find(({ field }) => field === 'status')
    expect([winner?.value, winner && replicaOf(winner.at)]).toEqual(['stalled', 'eeeeeeeeee'])
    merge(here, copy)
    expect(here.copied.times).toBe(1)
  })
})
