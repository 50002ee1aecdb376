import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyShardedMap, entriesOf, getEntry, setEntries, shardCount, shardOf, valuesOf, type ShardedMap } from '../../../shared/changes/sharded-map.ts'

const anyEntries = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'goal:d', 'é'), fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined })), { maxLength: 8 })

describe('sharded map', () => {
  test('[C25] it holds what a plain map would hold after the same writes', () => {
    fc.assert(
      fc.property(fc.array(anyEntries), (writes) => {
        const plain = new Map<string, number>()
        let map: ShardedMap<string, number> = emptyShardedMap()
        for (const entries of writes) {
          map = setEntries(map, entries)
          for (const [key, value] of entries) {
            if (value === undefined) plain.delete(key)
            else plain.set(key, value)
          }
          expect(map.size).toBe(plain.size)
          expect(new Map(entriesOf(map))).toEqual(plain)
          expect([...valuesOf(map)]).toEqual([...entriesOf(map)].map(([, value]) => value))
          for (const key of ['a', 'goal:d', 'absent']) expect(getEntry(map, key)).toBe(plain.get(key))
        }
      }),
    )
  })

  test('[C25] a write leaves the map it was made from as it was, and shares the shards it did not touch', () => {
    const before = setEntries(emptyShardedMap<string, number>(), [['a', 1]])
    const after = setEntries(before, [['a', 2], ['a', 3]])
    expect(getEntry(before, 'a')).toBe(1)
    expect(getEntry(after, 'a')).toBe(3)
    expect(after.shards.filter((shard, index) => shard !== before.shards[index])).toHaveLength(1)
    expect(getEntry(emptyShardedMap<string, number>(), 'a')).toBeUndefined()
  })

  test('[C25] writing nothing gives the very same map', () => {
    const map = setEntries(emptyShardedMap<string, number>(), [['a', 1]])
    expect(setEntries(map, [])).toBe(map)
  })

  test('[C25] keys spread over all shards, so that no shard grows with the plan alone', () => {
    const counts = Array.from({ length: shardCount }, () => 0)
    for (let index = 0; index < 6_400; index += 1) {
      const shard = shardOf(`goal:${index.toString(36).padStart(10, 'V')}`)
      counts[shard] = (counts[shard] ?? 0) + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan(50)
    expect(Math.max(...counts)).toBeLessThan(200)
  })

  test('[C25] a key has the same shard in every version, since storage writes by shard', () => {
    expect(['goal:V1StGXR8Z5', 'plan:tec3', 'note:ä', ''].map(shardOf)).toEqual([44, 8, 10, 25])
  })
})
