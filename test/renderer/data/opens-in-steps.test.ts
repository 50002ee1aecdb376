import { expect, test, vi } from 'vitest'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import { createBoard } from '../../../shared/board/board.ts'
import { finish } from '../../../shared/changes/steps.ts'
import type { Change } from '../../../shared/changes/change.ts'
import { foldChanges } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createView } from '../../../shared/plan/plan-index.ts'
import { firstBoardInSteps } from '../../../renderer/state/board-store.ts'
import { commitOf, createFakeComputer, planId, valueOf } from './fake-computer.ts'

const goals = Array.from({ length: 80 }, (_, at): Change => ({ at: formatStamp({ ms: at, counter: 0, writer: 'aaaaaaaaaa0' }), on: `goal:g${at}`, set: { title: `at ${at}`, quarter: (at % 4) + 1, status: 'todo', order: `a${at}` } }))

test('[J90] opening a plan reads its checkpoint shard by shard, and the log behind it row by row', async () => {
  const computer = createFakeComputer()
  const before = createPlanStorage({ id: planId, platform: computer.openWindow() })
  valueOf(await before.load())
  valueOf(await before.append(goals.map((change) => commitOf([change]))))
  valueOf(await before.checkpoint())
  valueOf(await before.append([commitOf([{ at: formatStamp({ ms: 900, counter: 0, writer: 'aaaaaaaaaa0' }), on: 'goal:g1', set: { title: 'after' } }])]))
  before.close()
  const platform = computer.openWindow()
  const pause = vi.fn<() => Promise<void>>(platform.pause)
  const storage = createPlanStorage({ id: planId, platform: { ...platform, pause } })
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 9))
  const set = valueOf(await storage.load())
  clock.mockRestore()
  // shards are 64, and each that takes long is followed by a pause
  expect(pause.mock.calls.length).toBeGreaterThanOrEqual(64)
  expect(set.records.size).toBe(goals.length)
  storage.close()
})

test('[J90] [H30] the first board that is laid out in steps is the one that is laid out at once', () => {
  const view = createView(foldChanges(goals))
  const { query, board } = finish(firstBoardInSteps({ view, today: '2018-08-01', scope: 2 }))
  expect(board).toEqual(createBoard(view, query))
  expect(board.shown).toBe(20)
})
