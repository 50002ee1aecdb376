import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isKnown, learn } from '../../../shared/changes/knows.ts'
import { writerOf } from '../../../shared/changes/stamp.ts'
import { anyStamp, stampAt } from './tiny-domain.ts'

describe('knows', () => {
  test('[C20] whoever has seen a stamp knows it and every earlier one of its writer', () => {
    const knows = learn(new Map(), [stampAt(5)])
    expect([4, 5, 6].map((ms) => isKnown({ knows, stamp: stampAt(ms) }))).toEqual([true, true, false])
    expect(isKnown({ knows, stamp: stampAt(5, { counter: 1 }) })).toBe(false)
  })

  test('[C20] knowing one writer says nothing of another, not even of the same computer', () => {
    const knows = learn(new Map(), [stampAt(5, { writer: 'aaaaaaaaaa0' })])
    expect(isKnown({ knows, stamp: stampAt(1, { writer: 'aaaaaaaaaa1' }) })).toBe(false)
    expect(isKnown({ knows, stamp: stampAt(1, { writer: 'bbbbbbbbbb0' }) })).toBe(false)
  })

  test('[C21] what is known is the latest stamp of each writer, in whatever order stamps come', () => {
    fc.assert(
      fc.property(fc.array(anyStamp), (stamps) => {
        const knows = learn(new Map(), stamps)
        for (const writer of new Set(stamps.map(writerOf))) {
          expect(knows.get(writer)).toBe(stamps.filter((stamp) => writerOf(stamp) === writer).toSorted().at(-1))
        }
        expect(new Map(learn(new Map(), stamps.toReversed()))).toEqual(new Map(knows))
        expect(knows.size).toBe(new Set(stamps.map(writerOf)).size)
      }),
    )
  })

  test('[C21] learning what is known already gives the very same value', () => {
    const knows = learn(new Map(), [stampAt(5), stampAt(3, { writer: 'bbbbbbbbbb0' })])
    expect(learn(knows, [stampAt(5), stampAt(2), stampAt(3, { writer: 'bbbbbbbbbb0' })])).toBe(knows)
    expect(learn(knows, [stampAt(6)])).not.toBe(knows)
    expect(knows.get('aaaaaaaaaa0')).toBe(stampAt(5))
  })
})
