import { expect, test } from 'vitest'
import { foldText } from '../../../renderer/text/folding.ts'

test('[D105] of a computer that has told nothing the folding of history says in which share', () => {
  expect(foldText.silent(true)).toBe('has never told in this share what it has: until then nothing goes')
  expect(foldText.silent(false)).toContain('in a share')
})
