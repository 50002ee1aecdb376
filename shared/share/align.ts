import type { ChangeSet } from '../changes/fold.ts'
import { cellsMissingIn, type FoldedRecord } from '../changes/folded-record.ts'
import type { Steps } from '../changes/steps.ts'

type Shard = ChangeSet['records']['shards'][number]

/**
 * The same set of changes, made of the very records and shards of another wherever they are equal: what was read back from a mailbox
 * takes no memory of its own then, and what is new since is found without comparing all the rest again each time.
 */
export function* alignInSteps(set: ChangeSet, to: ChangeSet): Steps<ChangeSet> {
  const shards: Shard[] = []
  for (const [index, shard] of set.records.shards.entries()) {
    const other = to.records.shards[index]
    if (other === undefined || other === shard) {
      shards.push(shard)
      continue
    }
    yield
    shards.push(aligned(shard, other))
  }
  return { records: { ...set.records, shards }, knows: set.knows }
}

function aligned(shard: Shard, to: Shard): Shard {
  const records = new Map([...shard].map(([id, record]) => [id, sameOf(record, to.get(id))]))
  return records.size === to.size && [...records].every(([id, record]) => to.get(id) === record) ? to : records
}

function sameOf(record: FoldedRecord, other: FoldedRecord | undefined): FoldedRecord {
  if (record === other) return record
  return other !== undefined && isSame(record.winners, other.winners) && isSame(record.losers, other.losers) ? other : record
}

function isSame(cells: FoldedRecord['winners'], others: FoldedRecord['winners']): boolean {
  return cells.length === others.length && cellsMissingIn(cells, others).length === 0
}
