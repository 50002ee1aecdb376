import { describe, expect, test } from 'vitest'
import { createOpenRequests } from '../../electron/main/open-requests.ts'

function setUp() {
  const told: number[] = []
  const state: { front: number | null } = { front: null }
  const requests = createOpenRequests({ windowInFront: () => state.front, tell: (id) => told.push(id) })
  return { requests, told, state }
}

describe('[E20] a file handed over is opened once, by one window, and never lost', () => {
  test('one that comes before there is a window waits for the first', () => {
    const { requests, told } = setUp()
    requests.add(['a'])
    expect([requests.take(1), requests.take(1), told]).toEqual([['a'], [], []])
  })

  test('one that comes later goes to the window in front, which is told', () => {
    const { requests, told, state } = setUp()
    state.front = 2
    requests.add(['a', 'b'])
    expect([told, requests.take(1), requests.take(2), requests.take(2)]).toEqual([[2], [], ['a', 'b'], []])
  })

  test('one that a window did not take before it closed is for the next', () => {
    const { requests, state } = setUp()
    state.front = 2
    requests.add(['a'])
    requests.release(2)
    expect(requests.take(3)).toEqual(['a'])
  })

  test('no file at all tells nobody', () => {
    const { requests, told, state } = setUp()
    state.front = 1
    requests.add([])
    expect(told).toEqual([])
  })
})
