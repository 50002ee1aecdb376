import { expect, test } from 'vitest'
import { writePlanFile } from '../../../shared/file/write-plan-file.ts'
import { mergesOf } from '../../../shared/plan/merge-state.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { planAtWork, sendOut, type AtWork } from './plan-at-work.ts'

/** A plan with a goal, into which a file was merged that finishes it and brings another. @param changes how many a review counted */
function merged(changes = 2): AtWork {
  const here = planAtWork()
  const act = (work: AtWork, ...edits: Parameters<ReturnType<AtWork['store']['getState']>['act']>[1]): void => {
    work.time.now += 60_000
    work.store.getState().act({ action: 'goalEdited', subject: '' }, edits)
  }
  act(here, { on: 'plan:t', set: { title: 'T', startsOn: '2018-07-01' } }, { on: 'goal:a', set: { title: 'A', status: 'todo' } })
  const there = planAtWork({ replica: 'bbbbbbbbbb', name: 'There', set: here.store.getState().view.set })
  there.time.now = here.time.now
  act(there, { on: 'goal:a', set: { status: 'done' } }, { on: 'goal:b', set: { title: 'B' } })
  here.time.now += 120_000
  here.store.getState().takeIn({ name: { action: 'fileMerged', subject: 'there' }, theirs: there.store.getState().view.set, edits: [], file: { name: 'there', by: 'There', reviewed: [], changes } })
  return here
}

const textOf = ({ store }: AtWork): string => writePlanFile({ set: store.getState().view.set, by: { replica: '', name: '' }, at: '', app: '' })
const merge = ({ store }: AtWork): ReturnType<typeof mergesOf>[number] => {
  const [first] = mergesOf(store.getState().exchanges)
  if (first === undefined) throw new Error('nothing was merged')
  return first
}
const status = ({ store }: AtWork): unknown => recordOf(store.getState().view, 'goal:a')?.status

test('[U161] a merge says how many changes its review counted, also when it is done again', async () => {
  const here = merged(9)
  expect(merge(here).added).toBe(9)
  await here.store.getState().takeBackMerge(merge(here).id)
  here.store.getState().undo()
  expect([merge(here).added, merge(here).isTakenBack]).toEqual([9, false])
})

test('[U161] taking a merge back is an action of its own: undo merges again, redo takes back again', async () => {
  const here = merged()
  const before = textOf(here)
  await here.store.getState().takeBackMerge(merge(here).id)
  expect(here.store.getState().lastAction).toMatchObject({ how: 'done', name: { action: 'mergeTakenBack' }, takenBack: { how: 'withdrawn' } })
  expect([status(here), merge(here).isTakenBack]).toEqual(['todo', true])
  here.store.getState().undo()
  expect([textOf(here) === before, status(here), merge(here).isTakenBack]).toEqual([true, 'done', false])
  here.store.getState().redo()
  expect([status(here), merge(here).isTakenBack]).toEqual(['todo', true])
})

test('[U161] one that was set back by new changes counts again after an undo, has still gone out, and can be set back again', async () => {
  const here = merged()
  sendOut(here, 'out')
  const { id } = merge(here)
  await here.store.getState().takeBackMerge(id)
  here.store.getState().undo()
  expect([status(here), merge(here).isTakenBack, merge(here).left?.file]).toEqual(['done', false, 'out'])
  for (let round = 0; round < 9; round += 1) await here.disk.finish()
  expect(await here.store.getState().takeBackMerge(id)).toMatchObject({ how: 'reverted' })
  expect([status(here), recordOf(here.store.getState().view, 'goal:b')?.deleted]).toEqual(['todo', true])
})

test.each([false, true])('[U161] once taking a merge back is undone, undo goes on to the merge itself and then to what was done before it (gone out: %s)', async (isOut) => {
  const here = merged()
  if (isOut) sendOut(here, 'out')
  await here.store.getState().takeBackMerge(merge(here).id)
  const steps = ['mergeTakenBack', 'fileMerged', 'goalEdited']
  expect([0, 1].map(() => here.store.getState().undo()?.action)).toEqual(steps.slice(0, 2))
  expect([status(here), merge(here).isTakenBack]).toEqual(['todo', true])
  expect([0, 1].map(() => here.store.getState().redo()?.action)).toEqual(['fileMerged', 'mergeTakenBack'])
  expect([status(here), merge(here).isTakenBack]).toEqual(['todo', true])
  expect(here.store.getState().undo()?.action).toBe('mergeTakenBack')
  expect([status(here), merge(here).isTakenBack]).toEqual(['done', false])
  expect([0, 1].map(() => here.store.getState().undo()?.action)).toEqual(steps.slice(1))
  expect(recordOf(here.store.getState().view, 'goal:a')?.deleted ?? true).toBe(true)
})

test('[U161] what a preview says holds for what is merged now, and there is none of what was taken back', async () => {
  const here = merged()
  const { id } = merge(here)
  expect(await here.store.getState().previewTakeBack(id)).toMatchObject({ fields: [{ on: 'goal:a', field: 'status', before: 'done', after: 'todo' }], gone: ['goal:b'], staying: [] })
  await here.store.getState().takeBackMerge(id)
  expect(await here.store.getState().previewTakeBack(id)).toBeNull()
  expect(await here.store.getState().previewTakeBack('nothing')).toBeNull()
})

test('[U189] a file that is being saved has left: a merge that is in it is set back by new changes meanwhile', async () => {
  const here = merged()
  const leaving = here.store.getState().beginExport('suggested.plan.json')
  expect(await here.store.getState().takeBackMerge(merge(here).id)).toMatchObject({ how: 'reverted', left: { file: 'suggested.plan.json' } })
  leaving.saved('named.plan.json')
  expect(merge(here)).toMatchObject({ isTakenBack: true, left: { file: 'named.plan.json' } })
})

test('[U189] a file that was given up has not left', async () => {
  const here = merged()
  here.store.getState().beginExport('suggested.plan.json').givenUp()
  expect(await here.store.getState().takeBackMerge(merge(here).id)).toMatchObject({ how: 'withdrawn' })
})

test.each(['in the window that undid it', 'after a reload'])('[U176] what was worked on stays also where the merge had been set back and that was undone: %s', async (where) => {
  const here = merged()
  const edit = (work: AtWork): void => {
    work.time.now = here.time.now + 60_000
    work.store.getState().act({ action: 'goalRenamed', subject: '' }, [{ on: 'goal:b', set: { title: 'Worked on' } }])
  }
  sendOut(here, 'out')
  here.store.getState().undo()
  here.store.getState().redo()
  edit(here)
  for (let round = 0; round < 9; round += 1) await here.disk.finish()
  const again = planAtWork({ set: here.store.getState().view.set, log: here.disk.commits })
  again.time.now = here.time.now + 60_000
  const { store } = where === 'after a reload' ? again : here
  const id = mergesOf(store.getState().exchanges)[0]?.id ?? ''
  expect(await store.getState().takeBackMerge(id)).toMatchObject({ how: 'reverted' })
  expect(recordOf(store.getState().view, 'goal:b')).toMatchObject({ deleted: false, title: 'Worked on' })
  expect(status({ ...here, store })).toBe('todo')
})

test('[U189] a file of which nobody can tell whether it was saved counts as out, and holds nothing up', async () => {
  const here = merged()
  const leaving = here.store.getState().beginExport('suggested.plan.json')
  expect(here.store.getState().leaving).toBe(1)
  leaving.lost()
  expect(here.store.getState().leaving).toBe(0)
  expect(merge(here)).toMatchObject({ left: { file: 'suggested.plan.json', isSaved: false } })
  expect(await here.store.getState().takeBackMerge(merge(here).id)).toMatchObject({ how: 'reverted' })
})
