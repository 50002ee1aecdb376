import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { backUpBefore, keepBackups } from '../../../renderer/app/keep-backups.ts'
import { takeIntoPlan } from '../../../renderer/app/take-into-plan.ts'
import { createPlanBackups } from '../../../renderer/data/plan-backups.ts'
import { createBackupStore, type BackupStore } from '../../../renderer/state/backup-store.ts'
import type { PlanStore } from '../../../renderer/state/plan-store.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { parseBackupName } from '../../../shared/copies/backup-name.ts'
import { createMemoryCopies, type MemoryCopies } from '../../shared/copies/memory-copies.ts'
import { smallPlan } from '../../shared/edits/plan-at-hand.ts'
import { fakeLocalStorage } from '../fake-local-storage.ts'
import { createFakeLocks } from '../data/fake-locks.ts'
import { planAtWork } from '../state/plan-at-work.ts'
import { deskAtWork } from './desk-at-work.ts'

const [second, minute] = [1_000, 60_000]

interface Window {
  readonly plan: PlanStore
  readonly backups: BackupStore
  readonly stop: () => void
}

const begun = Date.UTC(2018, 11, 6, 12)
const set = foldChanges([{ at: '0000000001-000-aaaaaaaaaa0', on: 'plan:t', set: { title: 'T', startsOn: '2018-07-01' } }, { at: '0000000001-000-aaaaaaaaaa0', on: 'goal:a', set: { title: 'A' } }])

function openWindow({ copies, locks = createFakeLocks() }: { readonly copies: MemoryCopies; readonly locks?: Pick<LockManager, 'request'> }): Window {
  const { store: plan } = planAtWork({ set })
  const backups = createBackupStore({ backups: createPlanBackups({ copies, id: 'plan:t' }), plan: () => ({ view: plan.getState().view, by: plan.getState().computer }), app: 'Quarterdeck', now: Date.now })
  return { plan, backups, stop: keepBackups({ plan, backups }, { locks }) }
}

let titles = 0
function edit({ plan }: Pick<Window, 'plan'>): void {
  plan.getState().act({ action: 'goalRenamed', subject: 'A' }, [{ on: 'goal:a', set: { title: `A${(titles += 1)}` } }])
}

/** Lets time go by, and what begins in it come to its end. */
async function pass(ms: number): Promise<void> {
  await settle()
  for (let left = ms; left > 0; left -= 30 * second) {
    vi.advanceTimersByTime(Math.min(left, 30 * second))
    await settle()
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 15; turn += 1) await wait(0)
}

function madeIn({ files }: MemoryCopies): readonly string[] {
  return [...files.keys()].flatMap((key) => {
    const backup = parseBackupName(key.slice(key.indexOf('/') + 1))
    return backup === null ? [] : [`${backup.reason} ${(backup.at - begun) / second}`]
  })
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: begun }))
afterEach(() => vi.useRealTimers())

describe('backups while a plan is open', () => {
  test('[S92] one is made soon where there is none, then every five minutes while something changes, and none while nothing does', async () => {
    const copies = createMemoryCopies()
    const window = openWindow({ copies })
    await pass(5 * second)
    expect(madeIn(copies)).toEqual(['timer 5'])
    await pass(20 * minute)
    expect(madeIn(copies)).toHaveLength(1)
    for (let index = 0; index < 20; index += 1) {
      edit(window)
      await pass(30 * second)
    }
    const since = madeIn(copies).slice(1)
    expect(since).toHaveLength(2)
    window.stop()
    await pass(second)
    expect(madeIn(copies)).toHaveLength(4)
  })

  test('[S92] a plan that is opened and left again makes none', async () => {
    const copies = createMemoryCopies()
    const first = openWindow({ copies })
    await pass(5 * second)
    first.stop()
    const again = openWindow({ copies })
    await pass(minute)
    again.stop()
    await pass(minute)
    expect(madeIn(copies)).toHaveLength(1)
  })

  test('[S92] of several windows one makes it while they are open', async () => {
    const [copies, locks] = [createMemoryCopies(), createFakeLocks()]
    const windows = [1, 2, 3].map(() => openWindow({ copies, locks }))
    await pass(5 * second)
    for (const window of windows) edit(window)
    await pass(6 * minute)
    expect(madeIn(copies)).toHaveLength(2)
  })

  test('[S93] one that fails is kept in mind with when the last was made, tried again, and forgotten when one works', async () => {
    const copies = createMemoryCopies()
    const window = openWindow({ copies })
    await pass(5 * second)
    copies.fail = 'full'
    edit(window)
    await pass(6 * minute)
    expect(window.backups.getState().troubles.backups).toEqual({ reason: 'full', since: begun + 5 * second })
    expect(vi.getTimerCount()).toBe(1) // each further one would write out the whole plan, every twenty seconds
    copies.fail = null
    await pass(2 * minute)
    expect(window.backups.getState().troubles.backups).toBeNull()
    expect(madeIn(copies)).toHaveLength(2)
  })

  test('[S93] one that was asked for and failed is tried again within twenty seconds, though nothing changes', async () => {
    const copies = createMemoryCopies()
    const window = openWindow({ copies })
    await pass(5 * second)
    edit(window)
    copies.fail = 'full'
    await window.backups.getState().make('hand')
    expect(window.backups.getState().troubles.backups).toMatchObject({ reason: 'full' })
    copies.fail = null
    await pass(20 * second)
    expect(window.backups.getState().troubles.backups).toBeNull()
    expect(madeIn(copies)).toHaveLength(2)
  })

  test('[S93] one that throws ends no later one: nothing stays under way, and the next is made', async () => {
    const copies = createMemoryCopies()
    let isBroken = true
    const broken = <T>(work: () => Promise<T>): Promise<T> => (isBroken ? Promise.reject(new Error('broken')) : work())
    const window = openWindow({ copies: { ...copies, write: (file) => broken(() => copies.write(file)) } })
    await pass(5 * second)
    expect(window.backups.getState().troubles.backups).toEqual({ reason: 'failed', since: null })
    expect(window.backups.getState().isMaking).toBe(false)
    await expect(backUpBefore(window, 'merge')).resolves.toBeUndefined()
    isBroken = false
    expect((await window.backups.getState().make('hand')).ok).toBe(true)
    edit(window)
    await pass(6 * minute)
    expect(madeIn(copies)).toEqual(['hand 5', 'timer 305'])
  })

  test('[S93] where the list throws, or windows cannot be kept apart, that is said and tried again', async () => {
    const [copies, locks] = [createMemoryCopies(), createFakeLocks()]
    let isBroken = true
    const broken = <T>(work: () => Promise<T>): Promise<T> => (isBroken ? Promise.reject(new Error('broken')) : work())
    const request = ((...asked: Parameters<LockManager['request']>) => broken(() => locks.request(...asked))) as LockManager['request']
    const window = openWindow({ copies: { ...copies, list: (folder) => broken(() => copies.list(folder)) }, locks: { request } })
    await pass(2 * minute)
    expect(window.backups.getState().troubles.backups).toEqual({ reason: 'failed', since: null })
    isBroken = false
    await pass(2 * minute)
    expect(window.backups.getState().troubles.backups).toBeNull()
    expect(madeIn(copies)).toHaveLength(1)
  })

  test('[S93] where there is no place for copies that is said, and the plan is not written out for nothing', async () => {
    const copies = createMemoryCopies()
    const refused = { ok: false, reason: 'unavailable' } as const
    let written = 0
    const nowhere = openWindow({ copies: { ...copies, list: () => Promise.resolve(refused), write: () => Promise.resolve((written += 1)).then(() => refused) } })
    await pass(6 * minute)
    expect(written).toBe(0)
    expect(nowhere.backups.getState().troubles.backups).toEqual({ reason: 'unavailable', since: null })
  })
})

describe('an act that changes much at once', () => {
  test('[S94] waits for its backup, which holds the plan as it was before', async () => {
    const copies = createMemoryCopies()
    const window = openWindow({ copies })
    const before = window.plan.getState().view.set
    const waiting = backUpBefore(window, 'merge')
    edit(window)
    await settle()
    await waiting
    const [newest] = window.backups.getState().backups ?? []
    const read = await window.backups.getState().read(newest?.name ?? '')
    expect(newest?.reason).toBe('merge')
    expect(read.ok && read.value.file.set.knows).toEqual(before.knows)
  })

  test('[S94] goes on after a moment where its backup hangs, and at once where it fails', async () => {
    const copies = createMemoryCopies()
    const hanging = openWindow({ copies: { ...copies, write: () => new Promise(() => undefined) } })
    let isDone = false
    void backUpBefore(hanging, 'merge').then(() => (isDone = true))
    await pass(second)
    expect(isDone).toBe(false)
    await pass(2 * second)
    expect(isDone).toBe(true)
    const failing = openWindow({ copies })
    copies.fail = 'full'
    await expect(backUpBefore(failing, 'merge')).resolves.toBeUndefined()
    expect(failing.backups.getState().troubles.backups).toEqual({ reason: 'full', since: null })
  })
})

test('[S94] a release that opens a plan for the first time backs it up', async () => {
  vi.stubGlobal('localStorage', fakeLocalStorage({ 'quarterdeck.version.plan:t': '0.0.1' }))
  const copies = createMemoryCopies()
  openWindow({ copies })
  await settle()
  openWindow({ copies })
  await settle()
  vi.unstubAllGlobals()
  expect(madeIn(copies)).toEqual(['upgrade 0'])
})

test('[S94] merging a file and taking it back have a backup each, before', async () => {
  vi.useRealTimers()
  const { desk, store, session, computer, close } = await deskAtWork()
  const theirs = foldChanges(Object.entries(smallPlan).map(([on, fields]) => ({ at: '0000000001-000-bbbbbbbbbb0', on: on as 'goal:a', set: fields })))
  await takeIntoPlan({ store, desk, id: 'plan:tec', taking: { name: { action: 'fileMerged', subject: 'a' }, theirs, edits: [] } })
  const more = foldChanges([{ at: '0000000002-000-bbbbbbbbbb0', on: 'goal:a', set: { title: 'Theirs' } }])
  await takeIntoPlan({ store, desk, id: 'plan:tec', taking: { name: { action: 'fileMerged', subject: 'b' }, theirs: more, edits: [], file: { name: 'b', by: 'B', reviewed: [], changes: 1 } } })
  const { plan, backups } = session()
  const [merge] = plan.getState().exchanges
  await plan.getState().takeBackMerge(merge?.kind === 'merged' ? merge.id : '')
  expect(backups.getState().backups?.map(({ reason }) => reason)).toEqual(['takeBack', 'merge'])
  expect([...computer.copies.files.keys()].every((key) => key.startsWith('plan-tec/backup-'))).toBe(true)
  await close()
})
