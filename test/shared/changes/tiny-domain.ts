import fc from 'fast-check'
import type { Change, Value } from '../../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import type { RecordId } from '../../../shared/model/ids.ts'

/** So few records, fields, values and stamps that everything collides, equal stamps with other values included. */
export const tinyRecords = ['goal:a', 'goal:b', 'note:c'] as const satisfies readonly RecordId[]
export const tinyFields = ['deleted', 'status', 'teams/SRE'] as const
const tinyWriters = ['aaaaaaaaaa0', 'bbbbbbbbbb0', 'bbbbbbbbbbg'] as const

export function stampAt(ms: number, { counter = 0, writer = tinyWriters[0] }: { readonly counter?: number; readonly writer?: string } = {}): string {
  return formatStamp({ ms, counter, writer })
}

export const anyStamp: fc.Arbitrary<string> = fc
  .record({ ms: fc.integer({ min: 0, max: 2 }), counter: fc.integer({ min: 0, max: 1 }), writer: fc.constantFrom(...tinyWriters) })
  .map(({ ms, ...rest }) => stampAt(ms, rest))

// '9' and '10' sort one way as text and the other by length; the two objects are the same value
export const anyValue: fc.Arbitrary<Value> = fc.constantFrom<Value[]>(0, 1, 2, null, true, '9', '10', { a: 1, b: [2] }, { b: [2], a: 1 }, [1, 2])

export const anyChange: fc.Arbitrary<Change> = fc.record({
  at: anyStamp,
  on: fc.constantFrom(...tinyRecords),
  set: fc.dictionary(fc.constantFrom(...tinyFields), anyValue, { minKeys: 1, maxKeys: 3 }),
})

export const anyChanges: fc.Arbitrary<readonly Change[]> = fc.array(anyChange, { maxLength: 12 })

export const anySet: fc.Arbitrary<ChangeSet> = anyChanges.map(foldChanges)
