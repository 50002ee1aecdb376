import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPatience } from '../../../renderer/data/patience.ts'

const bounds = { silence: 8_000, grace: 1_000 }
const never = new Promise<never>(() => undefined)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What was answered after so many milliseconds, or that nothing was. */
async function after(ms: number, answer: Promise<unknown>): Promise<unknown> {
  await vi.advanceTimersByTimeAsync(ms)
  return Promise.race([answer, Promise.resolve('nothing')])
}

test('[V2] what is done in time has no hindrance, and leaves no clock running', async () => {
  expect(await createPatience(bounds).waitFor(Promise.resolve('open'))).toBe(null)
  expect(vi.getTimerCount()).toBe(0)
})

test('[V2] what fails fails as it did', async () => {
  await expect(createPatience(bounds).waitFor(Promise.reject(new Error('refused')))).rejects.toThrow('refused')
})

test('[V2] what does not answer is said to be silent, again and again, until it answers', async () => {
  const patience = createPatience(bounds)
  const { promise, resolve } = Promise.withResolvers<void>()
  const first = patience.waitFor(promise)
  expect(await after(7_999, first)).toBe('nothing')
  expect(await after(1, first)).toEqual({ kind: 'silent' })
  expect(await after(8_000, patience.waitFor(promise))).toEqual({ kind: 'silent' })
  const last = patience.waitFor(promise)
  resolve()
  expect(await after(0, last)).toBe(null)
})

test('[V3] a window that was asked to let go gets a moment; then, and from then on sooner, it is said to block', async () => {
  const patience = createPatience(bounds)
  const first = patience.waitFor(never)
  await vi.advanceTimersByTimeAsync(100)
  patience.onBlocked()
  expect(await after(999, first)).toBe('nothing')
  expect(await after(1, first)).toEqual({ kind: 'blocked' })
  expect(await after(1_000, patience.waitFor(never))).toEqual({ kind: 'blocked' })
})

test('[V3] once it has let go nobody blocks any more', async () => {
  const patience = createPatience(bounds)
  patience.onBlocked()
  expect(await patience.waitFor(Promise.resolve())).toBe(null)
  expect(await after(8_000, patience.waitFor(never))).toEqual({ kind: 'silent' })
})
