import { expect, test } from 'vitest'
import { codeOfError, codeOfFailure } from '../../../renderer/app/trouble-details.ts'

test('[V13] a failure of storage is told by its kind, and where it was seen by store and key', () => {
  expect(codeOfFailure({ kind: 'full' })).toBe('storage: full')
  expect(codeOfFailure({ kind: 'damaged', where: 'commits/17' })).toBe('storage: damaged (commits/17)')
  expect(codeOfFailure({ kind: 'damaged', where: `plans/a title of mine ${'x'.repeat(200)}` })).toBe(`storage: damaged (plans/a?title?of?mine?${'x'.repeat(58)})`)
  expect(codeOfFailure({ kind: 'failed', message: 'UnknownError' })).toBe('storage: failed (UnknownError)')
})

test('[V13] an error is told by its name and the places in our scripts, never by its message', () => {
  const error = new RangeError('a plan of mine')
  error.stack = 'RangeError: a plan of mine\n    at draw (https://example.org/assets/index-abc.js:12:345)\n    at file:///a%20plan%20of%20mine/main.tsx:7:1'
  expect(codeOfError(error)).toBe('thrown: RangeError\n  index-abc.js:12:345\n  main.tsx:7:1')
  expect(codeOfError('a plan of mine')).toBe('thrown: string')
})
