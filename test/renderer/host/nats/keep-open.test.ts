import { AuthorizationError } from '@nats-io/nats-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepOpen } from '../../../../renderer/host/nats/keep-open.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pauses = { first: 500, most: 30_000, refused: 600_000 }

/** A server that answers as told, and a network that comes back when told. */
function serverThat(answer: () => Error | null) {
  const log = { attempts: [] as number[], told: 0, end: () => {}, online: () => {} }
  const open = () => {
    log.attempts.push(Date.now())
    const failure = answer()
    if (failure !== null) return Promise.reject(failure)
    const { promise, resolve } = Promise.withResolvers<void>()
    log.end = resolve
    return Promise.resolve({ ended: promise, close: () => Promise.resolve(resolve()) })
  }
  const kept = keepOpen({
    open,
    changed: () => (log.told += 1),
    pauses,
    onOnline: (listener) => {
      log.online = listener
      return () => {}
    },
  })
  return { log, kept }
}

test('[O14] a server that is away is tried without end, ever more seldom, and at most about once in half a minute', async () => {
  const { log, kept } = serverThat(() => new Error('away'))
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  const waits = log.attempts.slice(1).map((at, index) => at - (log.attempts[index] ?? 0))
  expect(log.attempts.length).toBeGreaterThan(60)
  expect(Math.max(...waits)).toBeLessThanOrEqual(45_000)
  expect(waits[0]).toBeLessThanOrEqual(1500)
  expect(new Set(waits.slice(-20)).size).toBeGreaterThan(10) // never in step
  expect(kept.status()).toEqual({ kind: 'out', reason: 'unreachable' })
})

test('[O14] it is tried at once when the network is back, when a person asks, and when somebody wants to read', async () => {
  const { log, kept } = serverThat(() => new Error('away'))
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  for (const ask of [log.online, kept.retry, () => void kept.session()]) {
    // one that was made just now would be answer enough for who wants to read
    while (Date.now() - (log.attempts.at(-1) ?? 0) < 1000) await vi.advanceTimersByTimeAsync(100)
    const idle = log.attempts.length
    ask()
    await vi.advanceTimersByTimeAsync(0)
    expect(log.attempts).toHaveLength(idle + 1)
  }
})

test('[O14] [D169] after wrong credentials it is tried again ever more seldom, from a minute to ten, however often somebody looks, and at once when a person asks', async () => {
  let isRight = false
  const { log, kept } = serverThat(() => (isRight ? null : new AuthorizationError('Authorization Violation')))
  for (let at = 0; at < 100; at++) {
    expect(await kept.session()).toEqual({ ok: false, reason: 'refused' })
    await vi.advanceTimersByTimeAsync(2000)
  }
  // of one, two and four minutes, each half as long or half as long again, at least one is over by now and never all
  expect(log.attempts.length).toBeGreaterThan(1)
  expect(log.attempts.length).toBeLessThan(5)
  isRight = true
  kept.retry()
  expect(await kept.session()).toMatchObject({ ok: true })
})

test('[O15] whoever watches is told once when it is out and once when it is back', async () => {
  let isAway = true
  const { log, kept } = serverThat(() => (isAway ? new Error('away') : null))
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect([log.told, log.attempts.length > 10]).toEqual([1, true])
  isAway = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect([log.told, kept.status().kind]).toEqual([2, 'reachable'])
  isAway = true
  log.end()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([log.told, kept.current()]).toEqual([3, null])
  await kept.close()
  const ended = log.attempts.length
  await vi.advanceTimersByTimeAsync(600_000)
  expect(log.attempts).toHaveLength(ended)
})
