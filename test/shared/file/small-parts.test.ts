import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeFileName } from '../../../shared/bridge/file-name.ts'
import { finish } from '../../../shared/changes/steps.ts'
import { digestOfText, textDigestInSteps } from '../../../shared/file/digest.ts'
import { planFileName, reportFileName, snapshotFileName } from '../../../shared/file/file-name.ts'
import { limits, nestingDepthInSteps } from '../../../shared/file/limits.ts'
import { isFieldName } from '../../../shared/file/plan-file.ts'
import { pathOf, problemText, quoted } from '../../../shared/file/problem.ts'

describe('the name of a file', () => {
  test('[F6] says plan and moment, in letters that every file system takes', () => {
    expect(planFileName({ parts: ['TEC3', 'FY18/19'], at: '2018-12-06T16:42' })).toBe('tec3-fy18-19-2018-12-06-1642.plan.json')
    expect(planFileName({ parts: ['../..\\con: "Über|ität"?', ''], at: '2018-12-06T16:42:59.123' })).toBe('con-uber-itat-2018-12-06-1642.plan.json')
    expect(planFileName({ parts: ['', '…'], at: '2018-12-06T16:42' })).toBe('2018-12-06-1642.plan.json')
    expect(planFileName({ parts: ['x'.repeat(500)], at: '2018-12-06T16:42' })).toBe(`${'x'.repeat(40)}-2018-12-06-1642.plan.json`)
  })

  test('[F6] of any title keeps year, quarter and moment whole in what every host proposes, so that two exports a minute apart have two names', () => {
    const title = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme-composite', maxLength: 120 }), fc.constantFrom('가'.repeat(50), '\u{1d400}\u{20000}'.repeat(40), 'a '.repeat(200), 'ﷺ'.repeat(30)))
    fc.assert(
      fc.property(title, (title) => {
        const named = (at: string): readonly (readonly [string, string])[] => [
          [safeFileName({ name: planFileName({ parts: [title, 'FY26/27'], at }), kind: 'plan' }), 'fy26-27'],
          [safeFileName({ name: planFileName({ parts: [title, 'FY26/27', 'backup'], at }), kind: 'plan' }), 'fy26-27-backup'],
          [safeFileName({ name: snapshotFileName({ parts: [title, 'FY26/27', 'Q2'], at }), kind: 'snapshot' }), 'fy26-27-q2'],
          [safeFileName({ name: reportFileName({ parts: [title, 'FY26/27', 'unscheduled', 'report'], at, ending: '.md' }), kind: 'reportMarkdown' }), 'fy26-27-unscheduled-report'],
        ]
        const later = named('2026-11-26T19:23').map(([name]) => name)
        for (const [at, [name, end]] of named('2026-11-26T19:22').entries()) {
          expect(name).toContain(`${end}-2026-11-26-1922.`)
          expect([...name.split('.')[0] ?? ''].length).toBeLessThanOrEqual(60)
          expect(later[at]).toBe(name.replace('-1922.', '-1923.'))
        }
      }),
      { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 200) },
    )
  })
})

describe('the digest', () => {
  test('[F4] is SHA-256 of the text in UTF-8', () => {
    expect(digestOfText('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(digestOfText('é')).toBe('sha256:4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
  })

  test.each([0, 1, 2])('[H30] of a long text is the same in steps, wherever a seam meets characters of two units (%i)', (shift) => {
    const text = `${'x'.repeat(shift)}${'\u{1f680}é'.repeat(300_000)}`
    expect(finish(textDigestInSteps(text))).toBe(digestOfText(text))
  })
})

describe('what a message quotes', () => {
  test('[F15] is JSON, cut to 60 letters; a path is cut too', () => {
    expect(quoted('a "b"')).toBe('"a \\"b\\""')
    expect(quoted(undefined)).toBe('undefined')
    expect(quoted('x'.repeat(61))).toHaveLength(58)
    expect(pathOf('goals[0]', 'x'.repeat(99)).length).toBeLessThan(70)
    expect(problemText({ where: '', what: 'The file is empty.' })).toBe('The file is empty.')
    expect(problemText({ where: 'knows', what: 'no' })).toBe('knows: no')
  })
})

describe('depth', () => {
  test.each([
    ['', 0],
    ['1', 0],
    ['[]', 1],
    ['[[],[[]]]', 3],
    ['{"a":{"b":[]}}', 3],
    ['"[[["', 0],
    ['["\\"[[[", "\\\\"]', 1],
    ['[[[', 3],
    [']]][', 0],
  ])('[F12] of %s is %i', (json, depth) => {
    expect(finish(nestingDepthInSteps(json))).toBe(depth)
  })

  test('[F12] is counted no further than needed', () => {
    expect(finish(nestingDepthInSteps('['.repeat(1_000)))).toBe(limits.depth + 1)
  })
})

describe('the name of a field', () => {
  test.each(['title', 'teams/SRE', 'teams/a/b', 'teams/ü ', 'constructor', `x/${'y'.repeat(200)}`])('[F15] may be %s', (name) => {
    expect(isFieldName(name)).toBe(true)
  })

  test.each(['', 'id', 'at', '__proto__', '_x', '1', 'a b', 'a-b', 'teams/', '/SRE', `x/${'y'.repeat(201)}`, 'x'.repeat(41), 'teams/\ud800', '*'])('[F15] may not be %j', (name) => {
    expect(isFieldName(name)).toBe(false)
  })
})
