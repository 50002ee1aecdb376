import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCloseGuard, type StillBusyAnswer } from '../../electron/main/close-guard.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp(answer: StillBusyAnswer = 'keepOpen') {
  const seen: string[] = []
  const guard = createCloseGuard({
    tellPage: () => seen.push('told'),
    ask: () => Promise.resolve(seen.push('asked')).then(() => answer),
    close: () => seen.push('closed'),
    keptOpen: () => seen.push('kept open'),
  })
  return { guard, seen }
}

describe('[E21] a window does not close over edits that are not written', () => {
  test('a page with nothing to write says so when told, and the window closes at once', async () => {
    const { guard, seen } = setUp()
    expect([guard.mayClose(), seen]).toEqual([false, ['told']])
    guard.setBusy(false)
    await vi.advanceTimersByTimeAsync(0)
    expect([seen, guard.mayClose()]).toEqual([['told', 'closed'], true])
  })

  test('a page that has said nothing and does not answer is not waited for long', async () => {
    const { guard, seen } = setUp()
    guard.mayClose()
    await vi.advanceTimersByTimeAsync(249)
    expect(seen).toEqual(['told'])
    await vi.advanceTimersByTimeAsync(1)
    expect(seen).toEqual(['told', 'closed'])
  })

  test('a page that makes an edit of a draft when told is given the time to write it', async () => {
    const { guard, seen } = setUp()
    guard.mayClose()
    guard.setBusy(true)
    await vi.advanceTimersByTimeAsync(2000)
    expect(seen).toEqual(['told'])
    guard.setBusy(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(seen).toEqual(['told', 'closed'])
  })

  test('a page that does not get done in time: the person decides to keep it open, and can try again', async () => {
    const { guard, seen } = setUp('keepOpen')
    guard.setBusy(true)
    guard.mayClose()
    await vi.advanceTimersByTimeAsync(3249)
    expect(seen).toEqual(['told'])
    await vi.advanceTimersByTimeAsync(1)
    expect(seen).toEqual(['told', 'asked', 'kept open'])
    expect(guard.mayClose()).toBe(false)
    expect(seen).toEqual(['told', 'asked', 'kept open', 'told'])
  })

  test('or to close it anyway', async () => {
    const { guard, seen } = setUp('closeAnyway')
    guard.setBusy(true)
    guard.mayClose()
    await vi.advanceTimersByTimeAsync(3250)
    expect([seen, guard.mayClose()]).toEqual([['told', 'asked', 'closed'], true])
  })

  test('asking again to close while it writes starts nothing anew', () => {
    const { guard, seen } = setUp()
    guard.setBusy(true)
    expect([guard.mayClose(), guard.mayClose(), guard.mayClose(), seen]).toEqual([false, false, false, ['told']])
  })

  test('a page that crashed is not waited for', async () => {
    const { guard, seen } = setUp()
    guard.setBusy(true)
    guard.mayClose()
    guard.forget()
    await vi.advanceTimersByTimeAsync(0)
    expect(seen).toEqual(['told', 'closed'])
  })
})

describe('[G9] flushing asks nobody, and is over in bounded time', () => {
  async function flushed(guard: ReturnType<typeof setUp>['guard'], wait: number): Promise<boolean | 'waits'> {
    let answer: boolean | 'waits' = 'waits'
    void guard.flush().then((written) => {
      answer = written
    })
    await vi.advanceTimersByTimeAsync(wait)
    return answer
  }

  test('a page that says nothing is not waited for long', async () => {
    const { guard, seen } = setUp()
    expect([await flushed(guard, 249), await flushed(guard, 250), seen]).toEqual(['waits', true, ['told', 'told']])
  })

  test('one that never gets done is left at last', async () => {
    const { guard, seen } = setUp()
    guard.setBusy(true)
    expect([guard.isBusy(), await flushed(guard, 3249), seen]).toEqual([true, 'waits', ['told']])
    expect([await flushed(guard, 3250), seen]).toEqual([false, ['told', 'told']])
  })

  test('a window that was closing already is told of both', async () => {
    const { guard, seen } = setUp()
    guard.setBusy(true)
    guard.mayClose()
    const answer = flushed(guard, 400)
    guard.setBusy(false)
    expect(await answer).toBe(true)
    expect(seen).toEqual(['told', 'told', 'closed'])
  })
})
