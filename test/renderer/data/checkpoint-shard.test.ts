import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../../shared/changes/change.ts'
import { foldChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { shardOf } from '../../../shared/changes/sharded-map.ts'
import { decodeShard, encodeShard, type Shard } from '../../../renderer/data/checkpoint-shard.ts'
import { portraitOf } from '../../shared/changes/portrait.ts'
import { anySet, stampAt } from '../../shared/changes/tiny-domain.ts'

const runs = Number(process.env['QUARTERDECK_RUNS'] ?? 300)

function throughText(set: ChangeSet): ChangeSet {
  const shards = set.records.shards.map((shard, index) => decodeShard({ text: encodeShard(shard), index }) ?? refuse(index))
  return { ...set, records: { ...set.records, shards } }
}

function refuse(index: number): Shard {
  throw new Error(`shard ${index} was refused`)
}

test('[S2] a shard is read as it was written', () => {
  fc.assert(
    fc.property(anySet, (set) => {
      expect(portraitOf(throughText(set))).toBe(portraitOf(set))
    }),
    { numRuns: runs },
  )
})

test('[S2] whatever JSON its values and whatever text its fields are', () => {
  const json = fc.jsonValue({ depthSize: 'medium' }) as fc.Arbitrary<Value> // what JSON can say is what a field can hold
  const field = fc.string({ unit: 'binary' }).filter((name) => name !== '__proto__')
  fc.assert(
    fc.property(fc.dictionary(field, json), fc.dictionary(field, json), (first, second) => {
      const set = foldChanges([
        { at: stampAt(1), on: 'goal:a', set: first },
        { at: stampAt(2), on: 'goal:a', set: second },
        { at: stampAt(0), on: 'goal:a', set: second },
      ])
      expect(portraitOf(throughText(set))).toBe(portraitOf(set))
    }),
    { numRuns: runs },
  )
})

describe('a text that is no shard', () => {
  const index = shardOf('goal:a')
  const early = stampAt(1)
  const late = stampAt(2)
  const read = (records: unknown, { fields = ['a', 'b'], stamps = [early, late] }: { readonly fields?: unknown; readonly stamps?: unknown } = {}): Shard | null => decodeShard({ text: JSON.stringify({ fields, stamps, records }), index })

  test('[S8] (one that is)', () => {
    expect(read([['goal:a', [0, 1, 'x', 1, 0, 'y'], [0, 0, 'z']]])?.get('goal:a')).toEqual({
      id: 'goal:a',
      winners: [{ field: 'a', at: late, value: 'x' }, { field: 'b', at: early, value: 'y' }],
      losers: [{ field: 'a', at: early, value: 'z' }],
    })
  })

  test.each<[string, unknown]>([
    ['a record that is none', [7]],
    ['a record without an id', [[7, [], []]]],
    ['a record of another shard', [['goal:b', [], []]]],
    ['a record twice', [['goal:a', [], []], ['goal:a', [], []]]],
    ['winners that are none', [['goal:a', 'x', []]]],
    ['half a cell', [['goal:a', [0, 1], []]]],
    ['a field that does not exist', [['goal:a', [2, 1, 'x'], []]]],
    ['a field by another name', [['goal:a', ['length', 1, 'x'], []]]],
    ['a stamp that does not exist', [['goal:a', [0, -1, 'x'], []]]],
    ['winners out of order', [['goal:a', [1, 0, 'x', 0, 0, 'x'], []]]],
    ['two winners of a field', [['goal:a', [0, 0, 'x', 0, 1, 'x'], []]]],
    ['a loser without a winner', [['goal:a', [0, 0, 'x'], [1, 0, 'x']]]],
    ['a loser later than its winner', [['goal:a', [0, 0, 'x'], [0, 1, 'x']]]],
    ['a loser equal to its winner', [['goal:a', [0, 0, 'x'], [0, 0, 'x']]]],
    ['losers out of order', [['goal:a', [0, 1, 'x'], [0, 0, 'z', 0, 0, 'y']]]],
    ['a loser twice', [['goal:a', [0, 1, 'x'], [0, 0, 'z', 0, 0, 'z']]]],
    ['a value that nests without end', [['goal:a', [0, 1, Array.from({ length: 99 }).reduce((inner) => [inner], 1)], []]]],
  ])('[S8] %s', (_, records) => expect(read(records)).toBeNull())

  test.each<[string, { readonly fields?: unknown; readonly stamps?: unknown }]>([
    ['fields out of order', { fields: ['b', 'a'] }],
    ['a field twice', { fields: ['a', 'a'] }],
    ['a field that would change what objects inherit', { fields: ['__proto__', 'a'] }],
    ['a field that is no text', { fields: [1] }],
    ['a stamp that is none', { stamps: [early, 'yesterday'] }],
    ['no stamps', { stamps: null }],
  ])('[S8] %s', (_, tables) => expect(read([['goal:a', [0, 1, 'x'], []]], tables)).toBeNull())

  test.each<[string, unknown]>([
    ['no text', { records: [] }],
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no records', '{"fields":[],"stamps":[]}'],
  ])('[S8] %s', (_, text) => expect(decodeShard({ text, index })).toBeNull())
})
