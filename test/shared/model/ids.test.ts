import { describe, expect, test } from 'vitest'
import { hasKind, idOf, isRecordId, keyOf, kindOf, recordKinds } from '../../../shared/model/ids.ts'

describe('ids', () => {
  test.each(['goal:V1StGXR8Z5', 'goal:_-aZ09', 'plan:x', 'snapshotSeries:1', `goal:${'x'.repeat(40)}`])('[M18] %s is a record id', (id) => {
    expect(isRecordId(id)).toBe(true)
  })

  test.each([
    'goal:', ':x', 'goal', '', 'Goal:x', 'goal:a b', 'goal:a:b', 'goal:ä', 'goal:x\n', 'goal:../x', ' goal:x', `goal:${'x'.repeat(41)}`, `${'k'.repeat(21)}:x`, 'go-al:x', '__proto__:x', 7, null,
  ])('[M18] %j is not a record id', (value) => {
    expect(isRecordId(value)).toBe(false)
  })

  test('[M19] an id states its kind and its key, and is made of the two', () => {
    for (const kind of recordKinds) {
      const id = idOf(kind, 'V1StGXR8Z5')
      expect([kindOf(id), keyOf(id), isRecordId(id)]).toEqual([kind, 'V1StGXR8Z5', true])
    }
  })

  test('[M20] an id is of the kind it states and of no other, and null is of none', () => {
    expect(recordKinds.filter((kind) => hasKind('goal:x', kind))).toEqual(['goal'])
    expect(hasKind('goals:x', 'goal')).toBe(false)
    expect(hasKind(null, 'goal')).toBe(false)
  })

  test('[M21] an id of a kind that this version does not know is an id all the same', () => {
    expect(isRecordId('milestone:x')).toBe(true)
    expect(kindOf('milestone:x')).toBe('milestone')
    expect(recordKinds.some((kind) => hasKind('milestone:x', kind))).toBe(false)
  })
})
