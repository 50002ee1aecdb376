import { expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { addChanges, foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { createLookedKeep } from '../../../renderer/data/looked.ts'
import { receivedAction } from '../../../renderer/data/received-log.ts'
import type { Received } from '../../../renderer/data/storage.ts'
import { createOthersStore, type OthersStore } from '../../../renderer/state/others-store.ts'
import { textStorage } from '../text-storage.ts'
import { planAtWork, type AtWork } from './plan-at-work.ts'

const plan: Change = { at: stamp(1, 'mmmmmmmmmm'), on: 'plan:t', set: { title: 'Plan', startsOn: '2018-07-01' } }
const begun = [plan, ...['a', 'b', 'c'].map((key, index): Change => ({ at: stamp(2 + index, 'mmmmmmmmmm'), on: `goal:${key}`, set: { title: key, status: 'todo' } }))]

function stamp(ms: number, replica = 'ssssssssss'): string {
  return formatStamp({ ms, counter: 0, writer: `${replica}0` })
}

interface Desk {
  readonly work: AtWork
  readonly others: OthersStore
  readonly receive: (changes: readonly Change[]) => void
  readonly open: () => OthersStore
}

function desk({ set = foldChanges(begun), storage = textStorage() } = {}): Desk {
  const work = planAtWork({ set, replica: 'mmmmmmmmmm' })
  const log = (): readonly Received[] => work.disk.commits.filter(({ action }) => action === receivedAction).map(({ at, changes }) => ({ at, changes }))
  const open = (): OthersStore =>
    createOthersStore({ plan: work.store, storage: { receivedSince: async (since) => ({ ok: true, value: log().filter(({ at }) => at > since) }) }, looked: createLookedKeep('plan:t', () => storage), now: () => work.time.now })
  return {
    work,
    others: open(),
    open,
    receive: (changes) => {
      work.time.now += 1_000
      work.store.getState().receive(addChanges(foldChanges([]), changes).set)
    },
  }
}

const statusOf = (key: string, status: string, ms: number): Change => ({ at: stamp(ms), on: `goal:${key}`, set: { status } })
const waiting = (others: OthersStore): readonly string[] => [...others.getState().changes.keys()]

test('[D74] what a share brings is there at once; what a file brings, and what a person does, is not', () => {
  const { work, others, receive } = desk()
  receive([statusOf('a', 'done', 50)])
  expect(waiting(others)).toEqual(['goal:a'])
  work.store.getState().takeIn({ name: { action: 'fileMerged', subject: 'x' }, theirs: foldChanges([statusOf('b', 'done', 60)]), edits: [], file: { name: 'x', by: 'SRE laptop', reviewed: [], changes: 1 } })
  work.store.getState().act({ action: 'goalMoved', subject: 'c' }, editFields({ view: work.store.getState().view, on: 'goal:c', set: { status: 'done' } }))
  expect(waiting(others)).toEqual(['goal:a'])
})

test('[D74] what another window of this computer received is there as well', () => {
  const { work, others } = desk()
  work.hearCommits([{ changes: [statusOf('b', 'done', 50)], action: receivedAction, at: work.time.now }])
  expect(waiting(others)).toEqual(['goal:b'])
})

test('[D74] how a plan came here is no news, what comes after that is', () => {
  const { others, receive } = desk({ set: foldChanges([]) })
  receive(begun)
  receive([statusOf('a', 'inProgress', 50)])
  expect(waiting(others)).toEqual([])
  others.getState().arrived()
  receive([statusOf('b', 'done', 60)])
  expect(waiting(others)).toEqual(['goal:b'])
})

test('[D72] a later edit of this computer takes it off the list', () => {
  const { work, others, receive } = desk()
  receive([statusOf('a', 'done', 50)])
  work.store.getState().act({ action: 'goalMoved', subject: 'a' }, editFields({ view: work.store.getState().view, on: 'goal:a', set: { status: 'blocked' } }))
  expect(waiting(others)).toEqual([])
})

test('[D75] what was looked at stays in sight until one leaves, and is not shown after a reopen; what was not is', async () => {
  const { work, others, receive, open } = desk()
  receive([statusOf('a', 'done', 50), statusOf('b', 'done', 51)])
  receive([statusOf('c', 'done', 52)])
  await work.disk.finish()
  await work.disk.finish()
  others.getState().look(['goal:a'])
  expect([waiting(others), [...others.getState().lately.keys()]]).toEqual([['goal:b', 'goal:c'], ['goal:a']])
  others.getState().leave()
  expect(others.getState().lately.size).toBe(0)
  const again = open()
  await again.getState().load()
  expect(waiting(again)).toEqual(['goal:b', 'goal:c'])
  again.getState().lookAtAll()
  const third = open()
  await third.getState().load()
  expect([waiting(third), third.getState().hasReceived]).toEqual([[], true])
})

test('[D75] what comes of a goal after it was looked at is news again, told from what one saw then', () => {
  const { others, receive } = desk()
  receive([statusOf('a', 'inProgress', 50)])
  others.getState().look(['goal:a'])
  receive([statusOf('a', 'done', 60)])
  expect(others.getState().changes.get('goal:a')?.steps).toMatchObject([{ before: 'inProgress', after: 'done' }])
})

test('[D75] what another window has looked at goes from this one', () => {
  const { work, others, receive } = desk()
  receive([statusOf('a', 'done', 50)])
  others.getState().lookedElsewhere({ until: work.time.now, records: new Map() })
  expect(waiting(others)).toEqual([])
})

test('[D76] where the clock was set back what comes is shown, and rather shown once more than never', async () => {
  const { work, others, receive, open } = desk()
  receive([statusOf('a', 'done', 50)])
  others.getState().lookAtAll()
  work.time.now -= 3_600_000
  receive([statusOf('b', 'done', 60)])
  expect(waiting(others)).toEqual(['goal:b'])
  await work.disk.finish()
  const again = open()
  await again.getState().load()
  expect(waiting(again)).toContain('goal:a')
})

test('[D77] with 10,000 goals to look at, an edit of one that none of it is about leaves the list as it is', () => {
  const many = Array.from({ length: 10_000 }, (_, index): Change => ({ at: stamp(100 + index), on: `goal:n${index}`, set: { title: `n${index}` } }))
  const { work, others, receive } = desk()
  const before = performance.now()
  receive(many)
  expect(others.getState().changes.size).toBe(10_000)
  expect(performance.now() - before).toBeLessThan(3_000)
  const { changes } = others.getState()
  const act = (key: GoalId): void => work.store.getState().act({ action: 'goalMoved', subject: key }, editFields({ view: work.store.getState().view, on: key, set: { status: 'done' } }))
  act('goal:a')
  expect(others.getState().changes).toBe(changes)
  act('goal:n5')
  expect(others.getState().changes.size).toBe(10_000)
})
