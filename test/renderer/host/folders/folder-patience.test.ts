import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPatience } from '../../../../renderer/host/folders/folder-patience.ts'
import type { Mailed } from '../../../../shared/share/mailbox.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const unreachable = { ok: false, reason: 'unreachable' }
const done = { ok: true, value: 'done' } as const

test('[J86] a drive that says nothing is given up in time, asked nothing more while it is silent, and again once it has answered', async () => {
  const patient = createPatience(1_000)
  const drive = Promise.withResolvers<Mailed<string>>()
  const asked = vi.fn<() => Promise<Mailed<string>>>(() => drive.promise)
  const first = patient(asked)
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await first, await patient(asked), asked.mock.calls.length]).toEqual([unreachable, unreachable, 1])
  drive.resolve(done)
  await vi.advanceTimersByTimeAsync(0)
  expect([await patient(asked), asked.mock.calls.length]).toEqual([done, 2])
})

test('[J86] a long text may take longer, and an answer in time is no silence', async () => {
  const patient = createPatience(1_000)
  const answer = async (ms: number): Promise<Mailed<string>> => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    return done
  }
  const slow = patient(() => answer(1_900), 100_000)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await slow).toEqual(done)
  const quick = patient(() => answer(900))
  await vi.advanceTimersByTimeAsync(5_000)
  const next = patient(() => answer(0))
  await vi.advanceTimersByTimeAsync(1)
  expect([await quick, await next]).toEqual([done, done])
})
