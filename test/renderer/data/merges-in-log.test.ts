import { describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { Commit } from '../../../renderer/data/storage.ts'
import { oraclePortrait, writtenBy } from '../../shared/changes/oracle.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { commitOf, createFakeComputer, planDatabase, planId, settled, valueOf } from './fake-computer.ts'
import { rowsOf } from './raw-database.ts'
import { loadedFrom, openWindow } from './test-window.ts'

const changes = (count: number, from: number, writer = 'bbbbbbbbbb0'): readonly Change[] => Array.from({ length: count }, (_, index) => ({ at: formatStamp({ ms: from + index, counter: 0, writer }), on: `goal:g${index % 70}`, set: { title: `${writer} ${from + index}` } }))
const own = changes(3, 1, 'aaaaaaaaaa0')
// enough for several rows, and for a checkpoint
const brought = changes(5_000, 10)
const since = changes(3, 9_000, 'aaaaaaaaaa0')
const merged: Commit = { changes: brought, action: 'fileMerged', at: 5, exchange: { kind: 'merged', id: 'm1', file: 'there.plan.json', by: 'There', knows: [], added: 1 } }
const takenBack: Commit = { changes: [], without: brought, action: 'mergeTakenBack', at: 6, exchange: { kind: 'takenBack', id: 'm1' } }
const exported: Commit = { changes: [], action: 'planExported', at: 7, exchange: { kind: 'exported', file: 'out.plan.json' } }
const left = oraclePortrait(writtenBy([...own, ...since]))

describe('a merge in the log', () => {
  test.each([
    ['no checkpoint', [], false],
    ['a checkpoint after the merge', [1], true],
    ['a checkpoint after it was taken back', [3], true],
    ['a checkpoint after each', [0, 1, 2, 3], true],
  ])('[S50] that was taken back is gone after a reload, and what came since is there: %s', async (_, checkpoints, isChecked) => {
    const computer = createFakeComputer()
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    for (const [step, commit] of [commitOf(own), merged, commitOf(since), takenBack].entries()) {
      valueOf(await storage.append([commit]))
      if (checkpoints.includes(step)) valueOf(await storage.checkpoint())
    }
    storage.close()
    await settled()
    expect(portraitOf(await loadedFrom(computer))).toBe(left)
    expect((await rowsOf({ factory: computer.indexedDB, name: planDatabase, store: 'checkpoints' })).length > 0).toBe(isChecked)
  })

  test('[S50] another window is told of what goes as of what comes', async () => {
    const computer = createFakeComputer()
    const [one, two] = [await openWindow(computer, 1), await openWindow(computer, 2)]
    valueOf(await one.storage.append([commitOf(own), merged]))
    await settled()
    expect(portraitOf(two.shown())).toBe(oraclePortrait(writtenBy([...own, ...brought])))
    valueOf(await one.storage.append([takenBack, commitOf(since)]))
    await settled()
    expect(portraitOf(two.shown())).toBe(left)
  })

  test('[S51] exchanges are listed in their order, each once however many rows it has, one in which nothing changed too', async () => {
    const computer = createFakeComputer()
    const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
    valueOf(await storage.load())
    valueOf(await storage.append([commitOf(own), merged, exported, takenBack]))
    expect(valueOf(await storage.exchanges())).toEqual([merged, exported, takenBack].map(({ exchange, at }) => ({ ...exchange, at })))
    expect(valueOf(await storage.broughtBy('m1'))).toEqual(brought)
    expect(valueOf(await storage.broughtBy('m2'))).toEqual([])
  })

  test('[S51] what is no exchange is not written', async () => {
    const storage = createPlanStorage({ id: planId, platform: createFakeComputer().openWindow() })
    valueOf(await storage.load())
    const odd = { ...exported, exchange: { kind: 'lost' } } as unknown as Commit // as a mistake elsewhere might have it
    expect((await storage.append([odd])).ok).toBe(false)
  })
})
