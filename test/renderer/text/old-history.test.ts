import { expect, test } from 'vitest'
import { oldHistoryText } from '../../../renderer/text/old-history.ts'

test('[D105] of a computer that has told nothing the folding of history says in which share', () => {
  expect(oldHistoryText.silent(true)).toBe('has never told in this share what it has: until then nothing goes')
  expect(oldHistoryText.silent(false)).toContain('in a share')
})
