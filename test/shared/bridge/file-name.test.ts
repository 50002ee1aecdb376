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
    ['a\u202Enosj.exe', 'anosj.exe.plan.json'],
    ['tab\tand\nline', 'tabandline.plan.json'],
    ['…', '….plan.json'],
    ['   ', 'plan.plan.json'],
    ['.plan.json', 'plan.plan.json'],
    ['Übersicht 计划.json', 'Übersicht 计划.json'],
  ])('%j → %j', (name, expected) => {
    expect(safeFileName({ name, kind: 'plan' })).toBe(expected)
  })

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
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...fileKinds), (name, kind) => {
        const safe = safeFileName({ name, kind })
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]/u)
        expect(safe).not.toMatch(/^[\s.-]|[\s.]$/)
        expect(fileEndings[kind].some((ending) => safe.toLowerCase().endsWith(ending))).toBe(true)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255)
        expect(safeFileName({ name: safe, kind })).toBe(safe)
      }),
    )
  })
})
