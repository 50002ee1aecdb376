import { buriedInSteps } from '../changes/buried.ts'
import type { ChangeSet } from '../changes/fold.ts'
import { learn } from '../changes/knows.ts'
import { mergeRecords, type Merge } from '../changes/merge.ts'
import type { ShardedMap } from '../changes/sharded-map.ts'
import type { Steps } from '../changes/steps.ts'

/**
 * What `mergeChangeSets` gives, shard by shard of the records: as a rule a record meets only itself, so each shard merges
 * by itself, and what lies below deleted records is looked for at the end. The other side's knowledge goes with every shard, since conflicts are judged by it.
 */
export function* mergeInSteps({ mine, theirs }: { readonly mine: ChangeSet; readonly theirs: ChangeSet }): Steps<Merge> {
  const parts: Merge[] = []
  for (const index of theirs.records.shards.keys()) {
    if (theirs.records.shards[index] === mine.records.shards[index]) continue
    yield
    parts.push(mergeRecords(mine, { records: onlyShard({ mine: mine.records, theirs: theirs.records, index }), knows: theirs.knows }))
  }
  yield
  const merge = joinParts({ mine, theirs, parts })
  const buried = yield* buriedInSteps({ mine, theirs, united: merge.set, touched: merge.touched.keys() })
  return { ...merge, conflicts: [...merge.conflicts, ...buried] }
}

/** Their records in one shard, and ours in all others, which a merge passes over. */
function onlyShard<K extends string, V>({ mine, theirs, index }: { readonly mine: ShardedMap<K, V>; readonly theirs: ShardedMap<K, V>; readonly index: number }): ShardedMap<K, V> {
  return { shards: mine.shards.map((shard, at) => (at === index ? (theirs.shards[index] ?? shard) : shard)), size: theirs.shards[index]?.size ?? 0 }
}

function joinParts({ mine, theirs, parts }: { readonly mine: ChangeSet; readonly theirs: ChangeSet; readonly parts: readonly Merge[] }): Merge {
  const touched = new Map(parts.flatMap((part) => [...part.touched]))
  const newRecords = parts.flatMap((part) => part.newRecords)
  const changedFields = parts.flatMap((part) => part.changedFields)
  const changed = new Set(changedFields.map(({ on }) => on))
  const knows = learn(mine.knows, theirs.knows.values())
  const isSame = touched.size === 0 && knows === mine.knows
  return {
    set: isSame ? mine : { records: touched.size === 0 ? mine.records : joinRecords(mine, parts), knows },
    touched,
    conflicts: parts.flatMap((part) => part.conflicts),
    newRecords,
    changedFields,
    same: theirs.records.size - newRecords.length - changed.size,
  }
}

function joinRecords(mine: ChangeSet, parts: readonly Merge[]): ChangeSet['records'] {
  const shards = mine.records.shards.map((shard, index) => parts.find((part) => part.set.records.shards[index] !== shard)?.set.records.shards[index] ?? shard)
  return { shards, size: shards.reduce((sum, shard) => sum + shard.size, 0) }
}
