import { expect, test } from 'vitest'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { Commit } from '../../../renderer/data/storage.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createFakeComputer, planId, settled, valueOf } from './fake-computer.ts'

function change(ms: number): Change {
  return { at: formatStamp({ ms, counter: 0, writer: 'bbbbbbbbbb0' }), on: 'goal:a', set: { title: `t${ms}` } }
}

const received = (at: number, changes: readonly Change[] = [change(at)]): Commit => ({ changes, action: 'shareReceived', at })
const own = (at: number): Commit => ({ changes: [change(at)], action: 'goalRenamed', at })

test('[O56] what a share brought since a moment is read from the log, the oldest first, and nothing else', async () => {
  const storage = createPlanStorage({ id: planId, platform: createFakeComputer().openWindow() })
  valueOf(await storage.load())
  valueOf(await storage.append([received(1), own(2), received(3), own(4), received(5)]))
  expect(valueOf(await storage.receivedSince(0)).map(({ at }) => at)).toEqual([1, 3, 5])
  expect(valueOf(await storage.receivedSince(1))).toEqual([{ at: 3, changes: [change(3)] }, { at: 5, changes: [change(5)] }])
  expect(valueOf(await storage.receivedSince(5))).toEqual([])
  storage.close()
})

test('[O56] what is so large that it stands in several rows of the log is one thing that came', async () => {
  const storage = createPlanStorage({ id: planId, platform: createFakeComputer().openWindow() })
  valueOf(await storage.load())
  const many = Array.from({ length: 700 }, (_, index) => change(1_000 + index))
  valueOf(await storage.append([received(1), received(2, many)]))
  expect(valueOf(await storage.receivedSince(1))).toEqual([{ at: 2, changes: many }])
  storage.close()
})

test('[O51] that a share began and ended is read again with the plan, in every window', async () => {
  const computer = createFakeComputer()
  const [here, there] = [createPlanStorage({ id: planId, platform: computer.openWindow() }), createPlanStorage({ id: planId, platform: computer.openWindow() })]
  valueOf(await here.load())
  valueOf(await there.load())
  const heard: Commit[] = []
  there.subscribe((commits) => heard.push(...commits))
  const shared: Commit = { changes: [], action: 'planShared', at: 1, exchange: { kind: 'shared', id: 's1', place: 'Team' } }
  const unshared: Commit = { changes: [], action: 'planShared', at: 2, exchange: { kind: 'unshared', id: 's1', place: 'Team' } }
  valueOf(await here.append([shared]))
  valueOf(await here.append([unshared]))
  await settled()
  const exchanges = [shared, unshared].map(({ exchange, at }) => ({ ...exchange, at }))
  expect(valueOf(await there.exchanges())).toEqual(exchanges)
  expect(heard.map(({ exchange, at }) => ({ ...exchange, at }))).toEqual(exchanges)
  const again = createPlanStorage({ id: planId, platform: computer.openWindow() })
  valueOf(await again.load())
  expect(valueOf(await again.exchanges())).toEqual(exchanges)
  for (const each of [here, there, again]) each.close()
})
