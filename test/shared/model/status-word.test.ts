import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatStatusWord, parseStatusWord } from '../../../shared/model/status-word.ts'
import { statuses } from '../../../shared/model/status.ts'

test('[N34] a word for a status reads back as it was written, and what names no status says nothing', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }).filter((word) => word.trim() === word && word !== ''), fc.constantFrom(...statuses), (word, status) => {
    expect(parseStatusWord(formatStatusWord({ word, status }))).toEqual({ word, status })
  }))
  expect(['', 'Fertig', '=done', ' =done', 'Fertig=finished', 'Fertig=', 'Fertig=toString'].map(parseStatusWord)).toEqual([null, null, null, null, null, null, null])
})
