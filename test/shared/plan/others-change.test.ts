import { expect, test } from 'vitest'
import type { Change, Fields } from '../../../shared/changes/change.ts'
import { foldChanges, recordIn } from '../../../shared/changes/fold.ts'
import { formatStamp, type Stamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'
import { isToldOf, othersChange, type OthersChange } from '../../../shared/plan/others-change.ts'
import { othersGroups } from '../../../shared/plan/others-groups.ts'
import { createView } from '../../../shared/plan/plan-index.ts'

const [mine, sre, release] = ['mmmmmmmmmm', 'ssssssssss', 'rrrrrrrrrr']
const at = (ms: number, replica: string): Stamp => formatStamp({ ms, counter: 0, writer: `${replica}0` })
const write = (ms: number, replica: string, on: RecordId, set: Fields): Change => ({ at: at(ms, replica), on, set })

function changesOf(all: readonly Change[], unseen: readonly Change[]): readonly OthersChange[] {
  const set = foldChanges(all)
  const stamps = new Set(unseen.map((change) => change.at))
  return [...new Set(all.map(({ on }) => on))].flatMap((on) => {
    const record = recordIn(set, on)
    return record === undefined ? [] : (othersChange({ record, unseen: stamps, own: mine }) ?? [])
  })
}

const goal = write(1, mine, 'goal:a', { title: 'Move zotero', status: 'todo', 'teams/SRE': true })

test('[D71] a field reads as one saw it last and as it is now, however often others wrote in between', () => {
  const came = [write(2, sre, 'goal:a', { status: 'inProgress' }), write(3, release, 'goal:a', { status: 'done', 'teams/SRE': false })]
  expect(changesOf([goal, ...came], came)).toEqual([
    {
      at: at(3, release),
      on: 'goal:a',
      kind: 'changed',
      steps: [
        { field: 'status', member: null, before: 'todo', after: 'done', at: at(3, release) },
        { field: 'teams', member: 'SRE', before: true, after: false, at: at(3, release) },
      ],
    },
  ])
})

test('[D71] what was changed there and back is no news, nor is what was looked at before', () => {
  const there = [write(2, sre, 'goal:a', { status: 'done' }), write(3, sre, 'goal:a', { status: 'todo' })]
  expect(changesOf([goal, ...there], there)).toEqual([])
  expect(changesOf([goal, ...there.slice(0, 1)], [])).toEqual([])
})

test('[D72] what this computer wrote over since is left out, and what it wrote itself was never news', () => {
  const came = [write(2, sre, 'goal:a', { status: 'done', title: 'Deploy zotero' })]
  const after = write(3, mine, 'goal:a', { status: 'blocked' })
  expect(changesOf([goal, ...came, after], came).flatMap(({ steps }) => steps.map(({ field }) => field))).toEqual(['title'])
  expect(changesOf([goal, after], [after])).toEqual([])
})

test('[D73] a goal that others deleted, brought back or added is told as that; one that came and went unseen is not', () => {
  const gone = write(2, sre, 'goal:a', { deleted: true })
  expect(changesOf([goal, gone], [gone])).toMatchObject([{ kind: 'deleted', steps: [] }])
  const back = write(3, sre, 'goal:a', { deleted: false })
  expect(changesOf([goal, gone, back], [back])).toMatchObject([{ kind: 'restored' }])
  const added = write(2, sre, 'goal:b', { title: 'New' })
  expect(changesOf([goal, added], [added])).toMatchObject([{ on: 'goal:b', kind: 'created' }])
  const removed = write(3, release, 'goal:b', { deleted: true })
  expect(changesOf([goal, added, removed], [added, removed])).toEqual([])
  expect(changesOf([goal, added, removed], [removed])).toMatchObject([{ on: 'goal:b', kind: 'deleted' }])
})

test('[D73] another place in its list is told only where nothing else was changed', () => {
  const moved = write(2, sre, 'goal:a', { order: 'b1' })
  expect(changesOf([goal, moved], [moved])).toMatchObject([{ steps: [{ field: 'order' }] }])
  const both = write(2, sre, 'goal:a', { order: 'b1', status: 'done' })
  expect(changesOf([goal, both], [both])).toMatchObject([{ steps: [{ field: 'status' }] }])
})

test('[D70] by goal, its notes with it, the newest first, with everybody who wrote', () => {
  const came = [
    write(2, sre, 'goal:a', { status: 'done' }),
    write(5, release, 'note:n', { about: 'goal:a', date: '2018-12-06', text: 'Deployed' }),
    write(4, sre, 'goal:b', { title: 'New' }),
    write(9, sre, 'replica:ssssssssss', { name: 'SRE laptop' }),
  ]
  const told = came.filter(({ on }) => isToldOf(on))
  const all = [goal, ...came]
  const groups = othersGroups(createView(foldChanges(all)), changesOf(all, told))
  expect(groups.map(({ about, at: last, by, changes }) => [about, last, by, changes.map(({ on }) => on)])).toEqual([
    ['goal:a', at(5, release), [release, sre], ['goal:a', 'note:n']],
    ['goal:b', at(4, sre), [sre], ['goal:b']],
  ])
})

test('[J91] of what others changed only the goals to which something came are worked out anew', () => {
  const other = write(1, mine, 'goal:b', { title: 'Move maps', status: 'todo' })
  const came = [write(2, sre, 'goal:a', { status: 'done' }), write(2, release, 'goal:b', { status: 'done' })]
  const all = [goal, other, ...came]
  const [a, b] = changesOf(all, came)
  const [more] = changesOf([...all, write(3, sre, 'goal:a', { title: 'Move zotero away' })], [...came, write(3, sre, 'goal:a', {})])
  if (a === undefined || b === undefined || more === undefined) throw new Error('nothing was told')
  const view = createView(foldChanges(all))
  const before = othersGroups(view, [a, b])
  const after = othersGroups(view, [more, b])
  const groupAbout = (groups: typeof before, about: RecordId): unknown => groups.find((group) => group.about === about)
  expect(groupAbout(after, 'goal:b')).toBe(groupAbout(before, 'goal:b'))
  expect(groupAbout(after, 'goal:a')).toMatchObject({ at: at(3, sre), by: [sre] })
})
