import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDuplicateKey } from '../../../shared/file/duplicate-key.ts'
import { findJsonFault } from '../../../shared/file/json-fault.ts'
import { refusalOf, sampleText } from './sample-file.ts'

const runs = { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 2_000) }

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '\\u00e', '\\n', '\n', '\t', '\0', ' ', '0', '-', '1.5', '1e', 'e9', '01', 'true', 'nul', 'x', '\ud800', '\ufeff', '\u00a0')

test('[F40] a text has a fault exactly where JSON.parse refuses it', () => {
  const counts = { faulty: 0, sound: 0 }
  const anyText = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat(3), fc.option(piece, { nil: '' })).map(([json, at, cut, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + cut)),
    fc.json(),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const fault = findJsonFault(text)
      counts[fault === null ? 'sound' : 'faulty'] += 1
      expect([text, fault === null]).toEqual([text, isJson(text)])
      // what comes before the fault can still become JSON, so the fault is the first
      expect([null, fault]).toContain(fault === null ? null : findJsonFault(text.slice(0, fault)))
    }),
    runs,
  )
  expect(Math.min(counts.faulty, counts.sound)).toBeGreaterThan(runs.numRuns / 10)
})

test.each([
  ['Dear all,', 'line 1, column 1: "Dear all," can\'t stand there: the file is damaged or no JSON'],
  ['{\n "a": tru\n}', 'line 2, column 7: "tru" can\'t stand there: the file is damaged or no JSON'],
  ['{\r\n "a": 1,\r\n}', 'line 3, column 1: "}" can\'t stand there: the file is damaged or no JSON'],
  ['{"a":1,\n', 'line 2: the file ends there, too early: it was cut off'],
  ['{"a":"x', 'line 1: the file ends there, too early: it was cut off'],
  ['\0\0\0\0', 'line 1, column 1: "\\u0000\\u0000\\u0000\\u0000" can\'t stand there: the file is damaged or no JSON'],
  ['{}\n\0\0', 'line 2, column 1: "\\u0000\\u0000" can\'t stand there: the file is damaged or no JSON'],
  ['{"a":"tab\there"}', 'line 1, column 10: "\\there\\"}" can\'t stand there: the file is damaged or no JSON'],
])('[F40] %j is refused with line and column', (text, reason) => {
  expect(refusalOf(text)).toBe(reason)
})

test.each(['<<<<<<< HEAD', '||||||| 1f3c9ab', '=======', '>>>>>>> theirs'])('[F41] a mark that git left (%s) is named, with its line', (mark) => {
  const lines = sampleText.split('\n')
  for (const text of [lines.toSpliced(9, 0, mark).join('\n'), lines.toSpliced(9, 0, mark).join('\r\n')]) {
    expect(refusalOf(text)).toBe(`line 10: "${mark}" was left there by git: the file holds two versions that are still to be merged`)
  }
})

test('[F42] a text of 20 MB in one value is walked like any other', () => {
  for (const long of ['x'.repeat(20_000_000), '\\n'.repeat(10_000_000), '\\u0041'.repeat(3_000_000)]) {
    expect(findDuplicateKey(`{"a":"${long}","b":{"c":1,"c":2}}`)?.where).toBe('b.c')
    expect(findJsonFault(`{"a":"${long}"`)).toBe(long.length + 7)
  }
})
