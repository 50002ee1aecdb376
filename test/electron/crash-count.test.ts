import { expect, test } from 'vitest'
import { createCrashCount } from '../../electron/main/crash-count.ts'

test.each([
  ['once', [0], ['reload']],
  ['twice within a minute', [0, 30_000], ['reload', 'reload']],
  ['three times within a minute', [0, 30_000, 59_000], ['reload', 'reload', 'ask']],
  ['three times, the first over a minute ago', [0, 30_000, 60_000], ['reload', 'reload', 'reload']],
  ['after the person was asked, from the beginning', [0, 1, 2, 3, 4, 5], ['reload', 'reload', 'ask', 'reload', 'reload', 'ask']],
  ['while the clock is set back', [90_000, 10, 20, 30], ['reload', 'reload', 'reload', 'ask']],
] as const)('[G11] a page that crashes is reloaded, and asked about only when that goes on: %s', (_name, times, steps) => {
  const next = createCrashCount()
  expect(times.map(next)).toEqual(steps)
})
