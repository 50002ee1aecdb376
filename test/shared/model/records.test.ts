import { describe, expect, test } from 'vitest'
import { addCell, createRecord } from '../../../shared/changes/folded-record.ts'
import { recordKinds } from '../../../shared/model/ids.ts'
import { fieldsOf, isKnownKind, readAny, specs } from '../../../shared/model/records.ts'

const at = '00jjjjjjjj-000-aaaaaaaaaa0'

describe('records', () => {
  test('[M34] the kinds have the fields of the design, and no others', () => {
    const fields = Object.fromEntries(recordKinds.map((kind) => [kind, Object.keys(specs[kind].fields)]))
    expect(fields).toEqual({
      plan: ['title', 'startsOn', 'summary'],
      program: ['code', 'title', 'owner', 'summary', 'links', 'order'],
      outcome: ['program', 'number', 'title', 'order'],
      output: ['outcome', 'number', 'title', 'order'],
      goal: [
        'output', 'parent', 'quarter', 'title', 'description', 'status', 'reason', 'waitingOn', 'stretch', 'owner', 'teams', 'dependsOn', 'tasks', 'order', 'carriedFrom',
      ],
      note: ['about', 'quarter', 'date', 'text', 'status', 'author'],
      replica: ['name'],
    })
  })

  test('[M34] no kind has a field whose name means something else in a file or in a set', () => {
    for (const kind of recordKinds) {
      for (const field of Object.keys(specs[kind].fields)) {
        expect(['id', 'at', 'deleted']).not.toContain(field)
        expect(field).toMatch(/^[A-Za-z]+$/)
      }
    }
  })

  test('[M35] each spec states the kind under which it is listed', () => {
    for (const kind of recordKinds) expect(specs[kind].kind).toBe(kind)
  })

  test('[M36] every kind reads from nothing, with a value for every field', () => {
    for (const kind of recordKinds) {
      const id = `${kind}:x` as const
      const read = readAny(createRecord(id, []))
      expect(read).toMatchObject({ id, deleted: false })
      expect(Object.keys(read ?? {})).toHaveLength(Object.keys(specs[kind].fields).length + 2)
    }
  })

  test('[M26] a record of a kind this version does not know reads as null and has no known fields', () => {
    const record = addCell(createRecord('milestone:x', []), { field: 'title', at, value: 'T' })
    expect(readAny(record)).toBeNull()
    expect(fieldsOf('milestone:x')).toBeUndefined()
    expect(record.winners).toHaveLength(1)
  })

  test.each(['constructor', 'toString', '__proto__', 'Goal', ''])('[M26] %j is no kind', (kind) => {
    expect(isKnownKind(kind)).toBe(false)
  })

  test('[M37] the same folded record reads as the same object, and a changed one as another', () => {
    const record = addCell(createRecord('goal:a', []), { field: 'title', at, value: 'T' })
    const changed = addCell(record, { field: 'status', at, value: 'done' })
    expect(readAny(record)).toBe(readAny(record))
    expect(readAny(changed)).not.toBe(readAny(record))
    expect(readAny(changed)).toMatchObject({ title: 'T', status: 'done' })
  })
})
