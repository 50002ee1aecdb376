import { describe, expect, test } from 'vitest'
import { recordKinds } from '../../../shared/model/ids.ts'
import { fieldsOf, isKnownKind, specs } from '../../../shared/model/records.ts'

describe('records', () => {
  test('[M34] the kinds have the fields of the design, and no others', () => {
    const fields = Object.fromEntries(recordKinds.map((kind) => [kind, Object.keys(specs[kind].fields)]))
    expect(fields).toEqual({
      plan: ['title', 'startsOn', 'summary', 'taskLinks', 'statusWords', 'continues'],
      program: ['code', 'title', 'owner', 'summary', 'links', 'order'],
      outcome: ['program', 'number', 'title', 'order'],
      output: ['outcome', 'number', 'title', 'order'],
      goal: [
        'output', 'parent', 'quarter', 'until', 'title', 'description', 'status', 'reason', 'waitingOn', 'since', 'dropped', 'accepted', 'stretch', 'owner', 'teams', 'dependsOn', 'tasks', 'order', 'carriedFrom', 'carriedThrough', 'carriedInto',
      ],
      note: ['about', 'quarter', 'date', 'text', 'status', 'states', 'author'],
      replica: ['name', 'foldedBefore'],
      conflict: ['record', 'earlier', 'later', 'below', 'reviewed'],
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

  test('[M26] a kind this version does not know has no known fields', () => {
    expect(fieldsOf('milestone:x')).toBeUndefined()
  })

  test.each(['constructor', 'toString', '__proto__', 'Goal', ''])('[M26] %j is no kind', (kind) => {
    expect(isKnownKind(kind)).toBe(false)
  })
})
