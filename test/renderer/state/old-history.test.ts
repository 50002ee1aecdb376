import { expect, test } from 'vitest'
import type { Change, Edit } from '../../../shared/changes/change.ts'
import { changesOf, foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { isSameKnows } from '../../../shared/changes/knows.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { historyOf } from '../../../shared/plan/history.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { foldedDay } from '../../../shared/share/old-history/folded-before.ts'
import { planAtWork, type AtWork } from './plan-at-work.ts'

const own = 'aaaaaaaaaa'
const asked = { members: [], gone: new Set<string>(), today: '2018-12-06' }

function on(day: string, set: Edit['set'], replica = own): Change {
  return { at: formatStamp({ ms: Date.parse(`${day}T12:00:00Z`), counter: 0, writer: `${replica}0` }), on: 'goal:a', set }
}

const old = [
  on('2018-01-02', { title: 'A', status: 'todo', description: 'first' }),
  on('2018-02-01', { status: 'inProgress' }),
  ...['2018-02-10', '2018-03-10', '2018-04-10'].map((day) => on(day, { description: day })),
  on('2018-11-30', { status: 'done' }),
]

function descriptions({ store }: AtWork): readonly string[] {
  return [...changesOf(store.getState().view.set)].filter(({ set }) => Object.hasOwn(set, 'description')).map(({ set }) => JSON.stringify(set['description'])).toSorted((a, b) => (a < b ? -1 : 1))
}

test('[O114] Folding old history away is one action: what counts stays, one undo brings everything back, and redo folds it away again', async () => {
  const here = planAtWork({ set: foldChanges(old) })
  const before = here.store.getState().view
  expect(await here.store.getState().previewFold(asked)).toMatchObject({ day: '2018-06-06', changes: { length: 3 }, asked: [] })
  expect(await here.store.getState().foldHistory(asked)).toBe(3)
  const after = here.store.getState().view
  expect(descriptions(here)).toEqual(['"2018-04-10"'])
  expect(recordOf(after, 'goal:a')).toEqual(recordOf(before, 'goal:a'))
  expect(foldedDay(after.set, own)).toBe('2018-06-06')
  await here.disk.finish()
  expect(here.disk.commits.map(({ action, without }) => [action, without?.length])).toEqual([['historyFolded', 3]])
  here.store.getState().undo()
  const back = here.store.getState().view.set
  expect(historyOf(recordIn(back, 'goal:a') ?? { id: 'goal:a', winners: [], losers: [] })).toEqual(historyOf(recordIn(before.set, 'goal:a') ?? { id: 'goal:a', winners: [], losers: [] }))
  expect([descriptions(here).length, foldedDay(back, own)]).toEqual([4, null])
  here.store.getState().redo()
  expect([descriptions(here).length, foldedDay(here.store.getState().view.set, own)]).toEqual([1, '2018-06-06'])
})

test('[O114] what was folded away doesn’t come back through a share, and nobody takes this computer for a copy of another', async () => {
  const here = planAtWork({ set: foldChanges(old) })
  await here.store.getState().foldHistory(asked)
  const { knows } = here.store.getState().view.set
  here.store.getState().receive(foldChanges(old))
  expect(descriptions(here)).toEqual(['"2018-04-10"'])
  here.store.getState().receive(foldChanges([...old, on('2018-12-01', { description: 'news' }, 'bbbbbbbbbb')]))
  expect(descriptions(here)).toEqual(['"2018-04-10"', '"news"'])
  expect(here.copied.times).toBe(0)
  expect(isSameKnows(here.store.getState().view.set.knows, knows)).toBe(false)
})

test('[O114] a file from before that is merged, and taken back, leaves the plan as it was', async () => {
  const here = planAtWork({ set: foldChanges(old) })
  await here.store.getState().foldHistory(asked)
  const before = here.store.getState().view.set
  const theirs = foldChanges([...old, on('2018-12-01', { description: 'news' }, 'bbbbbbbbbb')])
  here.store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs, edits: [], file: { name: 'f', by: 'b', reviewed: [], changes: 1 } })
  expect(recordOf(here.store.getState().view, 'goal:a')?.description).toBe('news')
  here.store.getState().undo()
  expect(recordIn(here.store.getState().view.set, 'goal:a')).toEqual(recordIn(before, 'goal:a'))
  expect(here.copied.times).toBe(0)
})

test('[O190] a colleague’s edit that what was folded away here overwrote raises no conflict, through a share or in a file', async () => {
  const theirs = foldChanges([...old.filter(({ at }) => at < on('2018-03-11', {}).at), on('2018-03-01', { description: 'theirs' }, 'bbbbbbbbbb')])
  const file = { name: 'f', by: 'b', reviewed: [], changes: 1 }
  const ways: readonly ((work: AtWork) => void)[] = [({ store }) => store.getState().receive(theirs), ({ store }) => store.getState().takeIn({ name: { action: 'fileMerged', subject: '' }, theirs, edits: [], file })]
  for (const takeIn of ways) {
    const here = planAtWork({ set: foldChanges(old) })
    await here.store.getState().foldHistory(asked)
    takeIn(here)
    expect(descriptions(here)).toEqual(['"2018-04-10"', '"theirs"'])
    expect(openConflicts(here.store.getState().view)).toEqual([])
  }
})

test('[O114] nothing is folded away while a computer that wrote lately has never told what it has', async () => {
  const here = planAtWork({ set: foldChanges([...old, on('2018-12-01', { title: 'B' }, 'bbbbbbbbbb')]) })
  expect(await here.store.getState().foldHistory(asked)).toBe(0)
  expect(await here.store.getState().foldHistory({ ...asked, gone: new Set(['bbbbbbbbbb']) })).toBe(3)
})
