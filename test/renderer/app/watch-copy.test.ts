import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchCopy } from '../../../renderer/app/watch-copy.ts'
import { createPlanBackups } from '../../../renderer/data/plan-backups.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { PlanStorage } from '../../../renderer/data/storage.ts'
import { createBackupStore, type BackupStore } from '../../../renderer/state/backup-store.ts'
import { emptyChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { commitOf, createFakeComputer, planId, settled, valueOf, type FakeComputer, type FakeWindow } from '../data/fake-computer.ts'
import { tamper } from '../data/raw-database.ts'

let computer: FakeComputer
let window: FakeWindow
let storage: PlanStorage
let backups: BackupStore

/** A plan of two commits in a window whose timers go only where they are told to. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  computer = createFakeComputer()
  window = computer.openWindow()
  storage = createPlanStorage({ id: planId, platform: window })
  backups = createBackupStore({ backups: createPlanBackups({ copies: computer.copies, id: planId }), plan: () => ({ view: createView(emptyChangeSet()), by: { replica: 'aaaaaaaaaa', name: '' } }), app: 'Quarterdeck', now: () => 0 })
  valueOf(await storage.load())
  for (const ms of [1, 2]) valueOf(await storage.append([commitOf([{ at: formatStamp({ ms, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:g', set: { title: `at ${ms}` } }])]))
})
afterEach(async () => {
  storage.close()
  await settled()
  vi.useRealTimers()
})

const spoil = (seq: number): Promise<void> => tamper({ computer, store: 'commits' }, (commits) => commits.put({ seq }))

/** What is told, and what stands there a minute after it was read and put away. */
async function toldAndRead(): Promise<readonly unknown[]> {
  const told = backups.getState().mended
  backups.setState({ mended: null })
  await vi.advanceTimersByTimeAsync(60_000)
  return [told, backups.getState().mended]
}

test('[S73] what the proof of the log has mended is told once: read and put away, it does not come back', async () => {
  const stop = watchCopy({ backups, storage })
  await spoil(1)
  await vi.advanceTimersByTimeAsync(16_000)
  await settled()
  expect(await toldAndRead()).toMatchObject([{ commits: 1, isWhole: true }, null])
  stop()
})

test('[S73] that changes may be missing stays said until it is read, whatever is mended besides', async () => {
  backups.setState({ mended: { commits: 0, isWhole: false, keptAside: true } })
  const stop = watchCopy({ backups, storage: { ...storage, mended: () => backups.getState().mended } })
  await spoil(2)
  window.show()
  await settled()
  expect(backups.getState().mended).toMatchObject({ commits: 1, isWhole: false })
  stop()
})

test('[S73] what is mended while the plan is in use is told at once, and once', async () => {
  const stop = watchCopy({ backups, storage })
  await spoil(2)
  window.show() // reads on from the last row, which is spoilt
  await settled()
  expect(await toldAndRead()).toMatchObject([{ commits: 1, isWhole: true }, null])
  stop()
  await spoil(2)
  window.show()
  await settled()
  expect(backups.getState().mended).toBeNull()
})
