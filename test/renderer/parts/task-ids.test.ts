import { expect, test } from 'vitest'
import { parseTask, splitTaskIds } from '../../../renderer/parts/task-ids.ts'

test('[U28] a task is known by its id, also from the address of its page', () => {
  expect(parseTask(' t205923 ')).toBe('T205923')
  expect(parseTask('https://tracker.example/T205923')).toBe('T205923')
  expect(parseTask('https://tracker.example/T205923/?tab=1')).toBe('T205923')
  expect(parseTask('GH-12')).toBe('GH-12')
  expect(parseTask('  ')).toBe(null)
})

test('[U28] a text is split at ids and loses nothing', () => {
  const pieces = splitTaskIds('T205923, (T1234) and T2')
  expect(pieces.filter((piece) => piece.kind === 'task').map((piece) => piece.id)).toEqual(['T205923', 'T1234'])
  expect(pieces.map((piece) => (piece.kind === 'task' ? piece.id : piece.text)).join('')).toBe('T205923, (T1234) and T2')
})
