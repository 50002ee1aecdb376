import { IDBObjectStore } from 'fake-indexeddb'
import { describe, expect, test, vi } from 'vitest'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { PlanStorage } from '../../../renderer/data/storage.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer } from './fake-computer.ts'
import { rowsOf } from './raw-database.ts'
import { loadedFrom, openWindow } from './test-window.ts'


describe('a checkpoint that takes long', () => {
  /** A window whose checkpoints stop half-way until they are let go on. */
  async function openSlow(computer: FakeComputer): Promise<{ readonly storage: PlanStorage; readonly release: () => void }> {
    const { promise: gate, resolve: release } = Promise.withResolvers<void>()
    let isLoading = false
    const storage = createPlanStorage({ id: planId, platform: { ...computer.openWindow(), pause: () => (isLoading ? Promise.resolve() : gate) } })
    const load: PlanStorage['load'] = async () => {
      isLoading = true
      const loaded = await storage.load()
      isLoading = false
      return loaded
    }
    valueOf(await load())
    return { storage: { ...storage, load }, release }
  }
  const headOf = async (computer: FakeComputer): Promise<unknown> => (await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })).find((row) => row['part'] === 'head')?.['upTo']

  test('[S13] does not put back a newer one that another window wrote meanwhile', async () => {
    const computer = createFakeComputer()
    const one = await openWindow(computer, 1)
    await Promise.all(Array.from({ length: 70 }, () => one.edit(1)))
    const slow = await openSlow(computer)
    const attempt = slow.storage.checkpoint()
    await settled()
    await Promise.all(Array.from({ length: 70 }, () => one.edit(1)))
    valueOf(await one.storage.checkpoint())
    expect(await headOf(computer)).toBe(140)
    // it even learns of the newer one before its own attempt ends
    valueOf(await slow.storage.load())
    slow.release()
    valueOf(await attempt)
    expect(await headOf(computer)).toBe(140)
    await Promise.all(Array.from({ length: 70 }, () => one.edit(1)))
    valueOf(await slow.storage.checkpoint())
    expect(await headOf(computer)).toBe(210)
    expect(portraitOf(await loadedFrom(computer))).toBe(portraitOf(one.shown()))
  })

  test('[S2] leaves out what is written meanwhile, and the next one has it', async () => {
    const computer = createFakeComputer()
    const one = await openWindow(computer, 1)
    await Promise.all(Array.from({ length: 70 }, () => one.edit(1)))
    const slow = await openSlow(computer)
    const attempt = slow.storage.checkpoint()
    await settled()
    await Promise.all(Array.from({ length: 70 }, () => one.edit(1)))
    await settled()
    slow.release()
    valueOf(await attempt)
    expect(await headOf(computer)).toBe(70)
    valueOf(await slow.storage.checkpoint())
    expect(await headOf(computer)).toBe(140)
    expect(portraitOf(await loadedFrom(computer))).toBe(portraitOf(one.shown()))
  })
})

describe('a checkpoint', () => {
  test('[S12] is not made again by a window that sees what another has just made', async () => {
    const computer = createFakeComputer()
    const one = await openWindow(computer, 1)
    await Promise.all(Array.from({ length: 70 }, () => one.edit(1)))
    valueOf(await one.storage.checkpoint())
    const two = await openWindow(computer, 2)
    await Promise.all(Array.from({ length: 70 }, () => one.edit(1)))
    valueOf(await one.storage.checkpoint())
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    valueOf(await two.storage.checkpoint())
    expect(put).not.toHaveBeenCalled()
    put.mockRestore()
  })

  test('[S12] a checkpoint is made after 64 commits or 4,096 changes, and rewrites only the shards that changed', async () => {
    const computer = createFakeComputer()
    const window = await openWindow(computer, 1)
    const parts = (): Promise<readonly Record<string, unknown>[]> => rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })
    for (let at = 0; at < 63; at += 1) await window.edit(1)
    valueOf(await window.storage.checkpoint())
    expect(await parts()).toHaveLength(0)
    await window.edit(1)
    valueOf(await window.storage.checkpoint())
    const first = await parts()
    expect(first).toHaveLength(6) // five goals, each in a shard of its own, and the head
    valueOf(await window.storage.append([commitOf(Array.from({ length: 4_096 }, (_, at) => ({ at: formatStamp({ ms: at, counter: 1, writer: 'aaaaaaaaaa1' }), on: 'goal:g1', set: { owner: `${at % 3}` } })))]))
    valueOf(await window.storage.checkpoint())
    const second = await parts()
    expect(second.filter((row, at) => JSON.stringify(row) !== JSON.stringify(first[at])).map((row) => row['part'])).toEqual([expect.any(Number), 'head'])
  })
})
