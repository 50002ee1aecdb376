/**
 * A map that is a value: setting an entry returns a new map that shares all but one shard with the old.
 * So an edit costs the same in a plan of ten goals and of ten thousand, and a shard is also what storage
 * rewrites at a checkpoint.
 */
export interface ShardedMap<K extends string, V> {
  readonly shards: readonly ReadonlyMap<K, V>[]
  readonly size: number
}

/** How many shards there are. Storage writes it beside its checkpoints. */
export const shardCount = 64

/** Made once: a plan is folded shard by shard, and each fold begins with it. */
const empty: ShardedMap<string, unknown> = { shards: Array.from({ length: shardCount }, () => new Map<string, unknown>()), size: 0 }

export function emptyShardedMap<K extends string, V>(): ShardedMap<K, V> {
  return empty as ShardedMap<K, V> // it holds nothing, so no key or value of another kind
}

export function getEntry<K extends string, V>(map: ShardedMap<K, V>, key: K): V | undefined {
  return map.shards[shardOf(key)]?.get(key)
}

export function* entriesOf<K extends string, V>(map: ShardedMap<K, V>): Generator<readonly [K, V]> {
  for (const shard of map.shards) yield* shard
}

export function* valuesOf<K extends string, V>(map: ShardedMap<K, V>): Generator<V> {
  for (const shard of map.shards) yield* shard.values()
}

/** Gathers writes and copies each shard once, however many of its entries change. `undefined` removes. */
export function setEntries<K extends string, V>(map: ShardedMap<K, V>, entries: Iterable<readonly [K, V | undefined]>): ShardedMap<K, V> {
  const shards = [...map.shards]
  const copied = new Set<number>()
  let size = map.size
  for (const [key, value] of entries) {
    const index = shardOf(key)
    const present = shards[index]
    const shard = copied.has(index) && present instanceof Map ? (present as Map<K, V>) : new Map(present) // a shard copied here is ours to write
    shards[index] = shard
    copied.add(index)
    const before = shard.size
    if (value === undefined) shard.delete(key)
    else shard.set(key, value)
    size += shard.size - before
  }
  return copied.size === 0 ? map : { shards, size }
}

/** The FNV-1a hash of the key (Fowler, Noll, Vo), folded to a shard's index. */
export function shardOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  return ((hash >>> 16) ^ hash) & (shardCount - 1)
}
