import { expect, test } from 'vitest'
import { boardText } from '../../../renderer/text/board.ts'

test.each([
  [0, 'since today'],
  [1, '1 day'],
  [99, '99 days'],
  [100, '3 months'],
  [365, '11 months'],
  [729, '23 months'],
  [731, '2 years'],
  [2789, '7 years'],
])('[A11] held up for %i days is said as %s', (days, words) => {
  expect(boardText.heldDays(days)).toBe(words)
})
