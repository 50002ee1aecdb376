import { describe, expect, test } from 'vitest'
import { createFarewell } from '../../electron/main/farewell.ts'

function setUp(flushed: Promise<unknown>) {
  const seen: string[] = []
  const farewell = createFarewell({
    flush: () => {
      seen.push('flush')
      return flushed
    },
    end: () => seen.push('end'),
  })
  return { farewell, seen }
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done))

describe('[G9] told to end by a signal, the app lets its pages write first', () => {
  test('then it ends, also where flushing failed', async () => {
    const { farewell, seen } = setUp(Promise.reject(new Error('a page is gone')))
    farewell.signal('SIGTERM', 1000)
    expect(seen).toEqual(['flush'])
    await settled()
    expect(seen).toEqual(['flush', 'end'])
  })

  test('a second signal ends it at once', () => {
    const { farewell, seen } = setUp(new Promise(() => {}))
    farewell.signal('SIGTERM', 1000)
    farewell.signal('SIGTERM', 2000)
    expect(seen).toEqual(['flush', 'end'])
  })

  test('one Ctrl+C that comes twice, by the terminal and by npm, is one', () => {
    const { farewell, seen } = setUp(new Promise(() => {}))
    farewell.signal('SIGINT', 1000)
    farewell.signal('SIGINT', 1020)
    expect(seen).toEqual(['flush'])
  })
})

test('[G10] a shutdown that is told again and again, and then by a signal, cuts nobody short', () => {
  const { farewell, seen } = setUp(new Promise(() => {}))
  farewell.shutdown()
  farewell.shutdown()
  farewell.signal('SIGTERM', 5000)
  expect(seen).toEqual(['flush'])
})
