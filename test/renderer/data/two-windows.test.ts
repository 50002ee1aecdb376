import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { addChanges, emptyChangeSet, foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { PlanStorage } from '../../../renderer/data/storage.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf, type FakeComputer, type FakeWindow } from './fake-computer.ts'
import { rowsOf } from './raw-database.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 60)
const set = emptyChangeSet()

/** A window as the app has it: what it shows is folded from what it loaded, wrote and was told. */
interface TestWindow {
  readonly platform: FakeWindow
  readonly storage: PlanStorage
  readonly told: Change[]
  readonly edit: (count: number) => Promise<void>
  readonly shown: () => ChangeSet
}

async function openWindow(computer: FakeComputer, slot: number): Promise<TestWindow> {
  const platform = computer.openWindow()
  const storage = createPlanStorage({ id: planId, platform })
  let shown = valueOf(await storage.load())
  const told: Change[] = []
  storage.subscribe((changes) => {
    told.push(...changes)
    shown = addChanges(shown, changes).set
  })
  let edits = 0
  return {
    platform,
    storage,
    told,
    edit: async (count) => {
      const changes = Array.from({ length: count }, (): Change => {
        edits += 1
        return { at: formatStamp({ ms: edits, counter: 0, writer: `aaaaaaaaaa${slot}` }), on: `goal:g${edits % 5}`, set: { title: `${slot} wrote ${edits}` } }
      })
      shown = addChanges(shown, changes).set
      valueOf(await storage.append([commitOf(changes)]))
    },
    shown: () => shown,
  }
}

async function loadedFrom(computer: FakeComputer): Promise<ChangeSet> {
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  const loaded = valueOf(await storage.load())
  storage.close()
  return loaded
}

describe('two windows', () => {
  test('[S10] each is told what the other wrote, once, in order, and never what it wrote itself', async () => {
    const computer = createFakeComputer()
    const [one, two] = [await openWindow(computer, 1), await openWindow(computer, 2)]
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([one.edit(1), two.edit(2)])
      await one.edit(1)
    }
    await settled()
    const log = (await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })).flatMap((row) => row['changes'] as readonly Change[])
    const by = (slot: number): readonly Change[] => log.filter((change) => change.at.endsWith(String(slot)))
    expect(one.told).toEqual(by(2))
    expect(two.told).toEqual(by(1))
  })

  test('[S10] what was written before anybody listened is told when somebody does', async () => {
    const computer = createFakeComputer()
    const late = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await late.load())
    const other = await openWindow(computer, 2)
    await other.edit(3)
    await settled()
    const told: Change[] = []
    late.subscribe((changes) => told.push(...changes))
    await settled()
    expect(told).toHaveLength(3)
  })

  test('[S10] a lost message is made up for when the window is looked at again', async () => {
    const computer = createFakeComputer()
    const [one, two] = [await openWindow(computer, 1), await openWindow(computer, 2)]
    computer.isDeaf = true
    await one.edit(3)
    await settled()
    expect(two.told).toEqual([])
    two.platform.show()
    await settled()
    expect(two.told).toHaveLength(3)
  })

  test('[S10] a message that means nothing is harmless', async () => {
    const computer = createFakeComputer()
    const window = await openWindow(computer, 1)
    const stranger = computer.openWindow().openChannel({ name: planDatabase, onMessage: () => undefined })
    for (const message of [null, 'seq', { seq: -1 }, { seq: 1e9 }, [1]]) stranger.post(message)
    await settled()
    await window.edit(1)
    expect(window.told).toEqual([])
  })

  test('[S10] who has stopped listening is told nothing more', async () => {
    const computer = createFakeComputer()
    const [one, two] = [await openWindow(computer, 1), await openWindow(computer, 2)]
    const told: Change[] = []
    const stop = one.storage.subscribe((changes) => told.push(...changes))
    await two.edit(1)
    await settled()
    stop()
    await two.edit(1)
    await settled()
    expect(told).toHaveLength(1)
    expect(one.told).toHaveLength(2)
  })

  test('[S11] two windows that edit at the same time end with equal sets and lose nothing, whatever checkpoints either makes', async () => {
    const anyStep = fc.record({
      window: fc.constantFrom(0, 1),
      kind: fc.constantFrom('edit', 'edit', 'edit', 'many', 'checkpoint', 'reopen', 'deaf', 'show'),
      isAwaited: fc.boolean(),
      count: fc.integer({ min: 1, max: 300 }),
    })
    let written = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 25 }), async (steps) => {
        const computer = createFakeComputer()
        const windows = [await openWindow(computer, 1), await openWindow(computer, 2)]
        const everything: Promise<unknown>[] = []
        let slot = 2
        for (const { window: index, kind, isAwaited, count } of steps) {
          const window = windows[index]
          if (window === undefined) continue
          if (kind === 'reopen') {
            window.storage.close()
            slot += 1
            windows[index] = await openWindow(computer, slot)
          } else if (kind === 'deaf') computer.isDeaf = !computer.isDeaf
          else if (kind === 'show') window.platform.show()
          else {
            const works = kind === 'checkpoint' ? [window.storage.checkpoint(set)] : kind === 'edit' ? [window.edit(count)] : Array.from({ length: 64 }, () => window.edit(1))
            everything.push(...works)
            if (isAwaited) await Promise.all(works)
          }
        }
        await Promise.all(everything)
        for (const { platform } of windows) platform.show()
        await settled()
        const log = (await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'commits' })).flatMap((row) => row['changes'] as readonly Change[])
        written += log.length
        const whole = portraitOf(foldChanges(log))
        expect(portraitOf(await loadedFrom(computer))).toBe(whole)
        for (const window of windows) expect(portraitOf(window.shown())).toBe(whole)
      }),
      { numRuns: runs },
    )
    expect(written).toBeGreaterThan(runs * 20)
  })
})

describe('checkpoints of two windows', () => {
  test('[S13] a window that has fallen behind does not put a newer checkpoint back', async () => {
    const computer = createFakeComputer()
    const [one, two] = [await openWindow(computer, 1), await openWindow(computer, 2)]
    await Promise.all(Array.from({ length: 70 }, () => one.edit(1)))
    await settled()
    // two stands still while one goes on and writes a checkpoint: two's attempt reads on first, so it must be stopped in between
    let release = (): void => undefined
    const gate = new Promise<void>((open) => {
      release = open
    })
    const slow = createPlanStorage({ id: planId, platform: { ...two.platform, pause: () => gate } })
    valueOf(await slow.load())
    const attempt = slow.checkpoint(set)
    await settled()
    await Promise.all(Array.from({ length: 70 }, () => one.edit(1)))
    valueOf(await one.storage.checkpoint(set))
    const headOf = async (): Promise<unknown> => (await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })).find((row) => row['part'] === 'head')?.['upTo']
    expect(await headOf()).toBe(140)
    release()
    valueOf(await attempt)
    expect(await headOf()).toBe(140)
    expect(portraitOf(await loadedFrom(computer))).toBe(portraitOf(one.shown()))
  })

  test('[S12] a checkpoint is made after 64 commits or 4,096 changes, and rewrites only the shards that changed', async () => {
    const computer = createFakeComputer()
    const window = await openWindow(computer, 1)
    const parts = (): Promise<readonly Record<string, unknown>[]> => rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })
    for (let at = 0; at < 63; at += 1) await window.edit(1)
    valueOf(await window.storage.checkpoint(set))
    expect(await parts()).toHaveLength(0)
    await window.edit(1)
    valueOf(await window.storage.checkpoint(set))
    const first = await parts()
    expect(first).toHaveLength(6) // five goals, each in a shard of its own, and the head
    valueOf(await window.storage.append([commitOf(Array.from({ length: 4_096 }, (_, at) => ({ at: formatStamp({ ms: at, counter: 1, writer: 'aaaaaaaaaa1' }), on: 'goal:g1', set: { owner: `${at % 3}` } })))]))
    valueOf(await window.storage.checkpoint(set))
    const second = await parts()
    expect(second.filter((row, at) => JSON.stringify(row) !== JSON.stringify(first[at])).map((row) => row['part'])).toEqual([expect.any(Number), 'head'])
  })
})
