import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CopyAnswer, CopyCall } from '../../../renderer/host/copy-call.ts'
import { type CopiesWorker, createOpfsCopies } from '../../../renderer/host/opfs-copies.ts'

const place = { folder: 'plan-a', name: 'journal-0.log' }
const failed = { ok: false, reason: 'failed' }

/** A worker that the test lets answer, or die. */
interface FakeWorker extends CopiesWorker {
  readonly calls: CopyCall[]
  readonly answer: (id: number, answer: CopyAnswer['answer']) => void
  readonly die: () => void
  isEnded: boolean
}

let workers: FakeWorker[]

function start(): FakeWorker {
  const target = new EventTarget()
  const worker: FakeWorker = {
    calls: [],
    isEnded: false,
    postMessage: (call) => void worker.calls.push(call),
    addEventListener: target.addEventListener.bind(target),
    terminate: () => void (worker.isEnded = true),
    answer: (id, answer) => void target.dispatchEvent(new MessageEvent('message', { data: { id, answer } satisfies CopyAnswer })),
    die: () => void target.dispatchEvent(new Event('error')),
  }
  workers.push(worker)
  return worker
}

beforeEach(() => {
  workers = []
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

test('[E80] one worker is started at the first call, is asked in order, and each call gets its own answer', async () => {
  const store = createOpfsCopies({ start })
  expect(workers).toEqual([])
  const asked = [store.append({ ...place, text: 'a' }), store.read({ ...place, lastBytes: 4 }), store.folders()]
  const [worker] = workers
  expect(worker?.calls.map(({ name, input }) => [name, input])).toEqual([['append', { ...place, text: 'a' }], ['read', { ...place, lastBytes: 4 }], ['folders', undefined]])
  worker?.answer(3, { ok: true, value: [] })
  worker?.answer(1, { ok: true, value: undefined })
  worker?.answer(2, { ok: true, value: 'a' })
  expect(await Promise.all(asked)).toEqual([{ ok: true }, { ok: true, value: 'a' }, { ok: true, value: [] }])
  expect(workers).toHaveLength(1)
})

test('[E85] a worker that dies has failed all it was asked, and the next call starts another', async () => {
  const store = createOpfsCopies({ start })
  const asked = [store.folders(), store.list('plan-a')]
  workers[0]?.die()
  expect(await Promise.all(asked)).toEqual([failed, failed])
  expect(workers[0]?.isEnded).toBe(true)
  const again = store.folders()
  workers[1]?.answer(3, { ok: true, value: ['library'] })
  expect(await again).toEqual({ ok: true, value: ['library'] })
})

test('[E85] a worker that says nothing for too long has failed; one that works through a long queue has not', async () => {
  const store = createOpfsCopies({ start, patience: 8_000 })
  const asked = [store.folders(), store.folders()]
  vi.advanceTimersByTime(7_000)
  workers[0]?.answer(1, { ok: true, value: [] })
  vi.advanceTimersByTime(7_000)
  expect(workers[0]?.isEnded).toBe(false)
  vi.advanceTimersByTime(2_000)
  expect(await Promise.all(asked)).toEqual([{ ok: true, value: [] }, failed])
  expect(workers[0]?.isEnded).toBe(true)
})

test('[E85] a worker that nobody waits for may say nothing, and no clock ticks meanwhile', async () => {
  const store = createOpfsCopies({ start, patience: 8_000 })
  const asked = store.folders()
  workers[0]?.answer(1, { ok: true, value: [] })
  await asked
  vi.advanceTimersByTime(60_000)
  expect([workers[0]?.isEnded, vi.getTimerCount()]).toEqual([false, 0])
  void store.folders()
  vi.advanceTimersByTime(7_000)
  expect([workers.length, workers[0]?.isEnded]).toEqual([1, false])
})

test('[E84] where no worker can be started there is no second copy, and every call says so', async () => {
  const store = createOpfsCopies({ start: () => null })
  expect(await Promise.all([store.folders(), store.remove(place)])).toEqual([0, 1].map(() => ({ ok: false, reason: 'unavailable' })))
})
