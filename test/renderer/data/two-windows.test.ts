import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { addChanges, emptyChangeSet, foldChanges } from '../../../shared/changes/fold.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { createFakeComputer, planDatabase, planId, settled, valueOf } from './fake-computer.ts'
import { rowsOf } from './raw-database.ts'
import { loadedFrom, openWindow, toldBy } from './test-window.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 60)

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
    for (let edit = 0; edit < 3; edit += 1) {
      await other.edit(1)
      await settled()
    }
    expect(await toldBy(late)).toHaveLength(3)
    expect(await toldBy(late)).toEqual([])
  })

  test('[S10] and what a load has brought is not told again', async () => {
    const computer = createFakeComputer()
    const late = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await late.load())
    const other = await openWindow(computer, 2)
    await other.edit(3)
    await settled()
    valueOf(await late.load())
    expect(await toldBy(late)).toEqual([])
  })

  test('[S10] what is written while a plan is being loaded comes with the load or is told', async () => {
    for (let delay = 0; delay < 40; delay += 1) {
      const computer = createFakeComputer()
      const other = await openWindow(computer, 2)
      const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
      let shown = emptyChangeSet()
      const told: Change[] = []
      storage.subscribe((commits) => told.push(...commits.flatMap(({ changes }) => changes)))
      const loading = storage.load()
      for (let turn = 0; turn < delay; turn += 1) await turnOfTheLoop()
      await other.edit(1)
      shown = addChanges(valueOf(await loading), told).set
      await settled()
      expect(portraitOf(addChanges(shown, told).set)).toBe(portraitOf(other.shown()))
    }
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

  test('[S10] and when somebody begins to listen', async () => {
    const computer = createFakeComputer()
    const late = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await late.load())
    computer.isDeaf = true
    const other = await openWindow(computer, 2)
    await other.edit(2)
    expect(await toldBy(late)).toHaveLength(2)
  })

  test('[S10] and when this window writes', async () => {
    const computer = createFakeComputer()
    const [one, two] = [await openWindow(computer, 1), await openWindow(computer, 2)]
    computer.isDeaf = true
    await one.edit(3)
    await two.edit(1)
    await settled()
    expect(two.told).toHaveLength(3)
    expect(portraitOf(two.shown())).toBe(portraitOf(await loadedFrom(computer)))
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
    const stop = one.storage.subscribe((commits) => told.push(...commits.flatMap(({ changes }) => changes)))
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
            const works = kind === 'checkpoint' ? [window.storage.checkpoint()] : kind === 'edit' ? [window.edit(count)] : Array.from({ length: 64 }, () => window.edit(1))
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
