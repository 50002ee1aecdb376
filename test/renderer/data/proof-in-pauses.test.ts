import { expect, test, vi } from 'vitest'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { commitOf, createFakeComputer, planId, valueOf } from './fake-computer.ts'

test('[S73] rows are held against their checksums one by one, and whoever works meanwhile has a turn after each that takes long', async () => {
  const platform = createFakeComputer().openWindow()
  const pause = vi.fn<() => Promise<void>>(platform.pause)
  const storage = createPlanStorage({ id: planId, platform: { ...platform, pause } })
  valueOf(await storage.load())
  const edits = Array.from({ length: 60 }, (_, at): Change => ({ at: formatStamp({ ms: at, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:g', set: { title: `at ${at}` } }))
  valueOf(await storage.append(edits.map((change) => commitOf([change]))))
  pause.mockClear()
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 9))
  const proven = valueOf(await storage.proveLog())
  clock.mockRestore()
  expect([proven, pause.mock.calls.length >= edits.length]).toEqual([null, true])
  storage.close()
})
