import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, isSameValue } from '../../../shared/changes/canonical.ts'
import type { Value } from '../../../shared/changes/change.ts'

const anyJson = fc.jsonValue() as fc.Arbitrary<Value>

/** The same value with every object's keys put in the other order. */
function reversed(value: Value): Value {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, reversed(part)] as const).toReversed())
}

describe('canonical JSON', () => {
  test('[C1] keys stand in code-unit order at every depth, numbers among them', () => {
    expect(canonicalJson({ b: { z: 1, Z: 2 }, a: [{ y: 1, x: 2 }], ä: 0, 10: 0, 9: 0 })).toBe('{"10":0,"9":0,"a":[{"x":2,"y":1}],"b":{"Z":2,"z":1},"ä":0}')
  })

  test('[C1] the same value gives the same text whatever the order of its keys', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      }),
    )
  })

  test('[C1] the text is JSON of the value', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('[C2] two values are the same when their canonical texts are', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (a, b) => {
        expect(isSameValue(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
        expect(isSameValue(a, reversed(a))).toBe(true)
      }),
    )
  })

  test.each<readonly [Value | undefined, Value | undefined, boolean]>([
    [0, -0, true],
    [1, '1', false],
    [null, undefined, false],
    [undefined, undefined, true],
    [null, false, false],
    [[], {}, false],
    [[1, 2], [2, 1], false],
    [{ a: null }, {}, false],
    [Number.POSITIVE_INFINITY, null, true],
  ])('[C2] %j and %j are the same: %j', (a, b, same) => {
    expect(isSameValue(a, b)).toBe(same)
    expect(isSameValue(b, a)).toBe(same)
  })

  test('[C1] a key named like the machinery of objects is a key like any other', () => {
    expect(canonicalJson(JSON.parse('{"constructor":1,"__proto__":{"b":1,"a":2}}') as Value)).toBe('{"__proto__":{"a":2,"b":1},"constructor":1}')
  })
})
