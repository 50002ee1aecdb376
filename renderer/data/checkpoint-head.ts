import type { ChangeSet } from '../../shared/changes/fold.ts'
import { learn, type Knows } from '../../shared/changes/knows.ts'
import { shardCount } from '../../shared/changes/sharded-map.ts'
import { checksumOf } from '../../shared/copies/checksum.ts'
import { isStamp } from '../../shared/changes/stamp.ts'
import { isObject } from '../../shared/file/json-value.ts'
import { isCount, isListOf } from './raw-value.ts'

/** The key of the head among the parts of a checkpoint; the others are the shards' numbers. */
export const headPart = 'head'

/** How a checkpoint is written. One of another version isn't read: the log is, and a new one written in its place. */
const checkpointVersion = 1

/** What a checkpoint says of itself. */
export interface CheckpointHead {
  /** The last commit that is folded into the shards. */
  readonly upTo: number
  /** How many records each shard holds, so that a lost one is noticed. */
  readonly counts: readonly number[]
  readonly knows: Knows
}

export function encodeHead({ set, upTo }: { readonly set: ChangeSet; readonly upTo: number }): Readonly<Record<string, unknown>> {
  const head = { upTo, counts: set.records.shards.map((shard) => shard.size), knows: [...set.knows.values()] }
  return { part: headPart, version: checkpointVersion, ...head, sum: sumOf(head) }
}

function sumOf({ upTo, counts, knows }: { readonly upTo: unknown; readonly counts: unknown; readonly knows: unknown }): string {
  return checksumOf(JSON.stringify([upTo, counts, knows]))
}

/** Reads a head, believing nothing; null when there is none that this version can use. */
export function decodeHead(row: unknown): CheckpointHead | null {
  if (!isObject(row) || row['version'] !== checkpointVersion) return null
  const { upTo, counts, knows, sum } = row
  if (sum !== undefined && sum !== sumOf({ upTo, counts, knows })) return null
  if (!isCount(upTo) || !isListOf(counts, isCount) || counts.length !== shardCount || !isListOf(knows, isStamp)) return null
  return { upTo, counts, knows: learn(new Map(), knows) }
}

/** Whether a part of a checkpoint is its head. */
export function isHead(row: unknown): boolean {
  return isObject(row) && row['part'] === headPart
}
