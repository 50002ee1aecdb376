import type { Change } from './change.ts'
import { emptyChangeSet, foldChanges, type ChangeSet } from './fold.ts'
import { learn } from './knows.ts'
import { shardCount, shardOf } from './sharded-map.ts'
import type { Steps } from './steps.ts'

/** How many changes are dealt out between two pauses. */
const stepSize = 1_000

/** What `foldChanges` gives, shard by shard of the records: changes of one record are all in one shard, so each folds by itself. */
export function* foldInSteps(changes: readonly Change[]): Steps<ChangeSet> {
  // a few take no longer than a step, and share the shards that nobody wrote to
  if (changes.length <= stepSize) return foldChanges(changes)
  const byShard = Array.from({ length: shardCount }, (): Change[] => [])
  for (const [index, change] of changes.entries()) {
    if (index % stepSize === 0) yield
    byShard[shardOf(change.on)]?.push(change)
  }
  const shards: ChangeSet['records']['shards'][number][] = []
  let { knows } = emptyChangeSet()
  for (const [index, own] of byShard.entries()) {
    yield
    const part = foldChanges(own)
    shards.push(part.records.shards[index] ?? new Map())
    knows = learn(knows, part.knows.values())
  }
  return { records: { shards, size: shards.reduce((sum, shard) => sum + shard.size, 0) }, knows }
}
