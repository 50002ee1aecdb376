import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeFileName } from '../../../shared/bridge/file-name.ts'
import { fileEndings, fileKinds } from '../../../shared/bridge/files.ts'

describe('[E8] a proposed file name is safe on every system, whatever the plan is called', () => {
  test.each([
    ['tec3-fy1819-2018-12-06-1642.plan.json', 'tec3-fy1819-2018-12-06-1642.plan.json'],
    ['TEC3 Pipeline', 'TEC3 Pipeline.plan.json'],
    ['../../.ssh/authorized_keys', 'ssh-authorized_keys.plan.json'],
    ['C:\\boot.ini', 'C-boot.ini.plan.json'],
    ['CON', 'CON-.plan.json'],
    ['aux.plan.json', 'aux-.plan.json'],
    ['COM¹', 'COM¹-.plan.json'],
    ['lpt³.old', 'lpt³-.old.plan.json'],
    ['nul .txt', 'nul- .txt.plan.json'],
    ['CONIN$', 'CONIN$-.plan.json'],
    ['console', 'console.plan.json'],
    ['com10', 'com10.plan.json'],
    ['plan. . .', 'plan.plan.json'],
    ['...hidden', 'hidden.plan.json'],
    ['~$plan', '~$plan.plan.json'],
    ['Cafe\u0301', 'Café.plan.json'],
    ['e\u200D\u0301', 'é.plan.json'],
    ['\u2066a\u2069\u061Cb', 'ab.plan.json'],
    ['\u3164\u115F\u2800', 'plan.plan.json'],
    ['a\uFE0F\u{E0101}b', 'ab.plan.json'],
    ['\uE000\uFDD0\u0378', 'plan.plan.json'],
    ['<\u0338', '≮.plan.json'],
    ['\uD800half', 'half.plan.json'],
    ['a'.repeat(300), `${'a'.repeat(60)}.plan.json`],
    ['TEC3.PLAN.JSON', 'TEC3.plan.json'],
    ['a\u202Enosj.exe', 'anosj.exe.plan.json'],
    ['tab\tand\nline', 'tabandline.plan.json'],
    ['…', '….plan.json'],
    ['   ', 'plan.plan.json'],
    ['.plan.json', 'plan.plan.json'],
    ['Übersicht 计划.json', 'Übersicht 计划.json'],
    ['x.PLAN .json', 'x.plan.json'],
    ['x.PLAN..json', 'x.plan.json'],
    [`${'a'.repeat(55)}.PLANxx.json`, `${'a'.repeat(55)}.plan.json`],
  ])('%j → %j', (name, expected) => {
    expect(safeFileName({ name, kind: 'plan' })).toBe(expected)
  })

  const hostile = fc.constantFrom('con', 'COM¹', 'nul', '.', ' ', '-', '/', '\\', ':', '\u202E', '\u2066', '\u200D', '\u0301', '\u0338', '<', '\0', '\uD800', '\u3164', '.json', '.PLAN', '\u212A', '\u037E', '가', '\uFE0F')
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.array(hostile, { maxLength: 12 }).map((parts) => parts.join('')), fc.string({ unit: 'grapheme-composite', maxLength: 200 }))
  test.each([
    ['tec3.qdeck', 'tec3.qdeck'],
    ['TEC3.QDECK', 'TEC3.qdeck'],
    ['tec3.plan.json.qdeck', 'tec3.plan.json.qdeck'],
    ['.qdeck', 'plan.qdeck'],
    ['qdeck', 'qdeck.plan.json'],
  ])('[G1] a name with the ending of its own keeps it: %j → %j', (name, expected) => {
    expect(safeFileName({ name, kind: 'plan' })).toBe(expected)
    expect(safeFileName({ name, kind: 'snapshot' })).toMatch(/\.snapshot\.json$/)
  })

  test('of any text: one plain name with an ending of its kind, short enough for every file system', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...fileKinds), (name, kind) => {
        const safe = safeFileName({ name, kind })
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u)
        expect(safe).not.toMatch(/^[\s.-]|[\s.]$/)
        expect(safe.split('.')[0]?.trim()).not.toMatch(/^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i)
        expect(fileEndings[kind].some((ending) => safe.endsWith(ending))).toBe(true)
        expect(safe.normalize('NFC')).toBe(safe)
        expect([Buffer.byteLength(safe) <= 255, safe.normalize('NFD').length <= 255]).toEqual([true, true])
        expect(safeFileName({ name: safe, kind })).toBe(safe)
      }),
      { numRuns: Number(process.env['QUARTERDECK_RUNS'] ?? 500) },
    )
  })
})
