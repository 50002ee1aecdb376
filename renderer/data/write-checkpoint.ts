import type { ChangeSet } from '../../shared/changes/fold.ts'
import { checksumOf } from '../../shared/copies/checksum.ts'
import { decodeHead, encodeHead, headPart, type CheckpointHead } from './checkpoint-head.ts'
import { encodeShard } from './checkpoint-shard.ts'
import { applyRows, nameOfRow } from './commit-row.ts'
import type { LogPosition } from './log-position.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import type { Checkpoint } from './read-plan.ts'
import type { Stored } from './storage.ts'

/** A checkpoint is made when this many commits, or this many changes, have come after the last. */
export const commitsBetween = 64
const changesBetween = 4_096

/** How many rows of the log are folded before the browser gets a chance to draw. */
const rowsAtOnce = 8

export interface CheckpointAttempt {
  readonly folded: Checkpoint
  readonly isWritten: boolean
}

/**
 * Folds the log up to where this window has come and rewrites the shards that changed since the checkpoint it knows.
 *
 * Is that all that changed, though another window may have written a checkpoint of its own in between? Ours is at
 * commit 100, theirs at 150, we have come to 200: what changed from 100 to 200 is rewritten, and a shard that didn't
 * change in there is the same in both. Have we come only to 120, theirs stays. So a checkpoint only ever moves on.
 *
 * @returns null when none is due
 */
export async function writeCheckpoint({ database, position, pause }: { readonly database: PlanDatabase; readonly position: LogPosition } & Pick<StoragePlatform, 'pause'>): Promise<Stored<CheckpointAttempt | null>> {
  const head = await database.run(async () => decodeHead(await database.checkpoints.get(headPart)))
  if (!head.ok) return head
  if (!isDue(position, head.value)) return { ok: true, value: null }

  const folded = { set: await foldTail(position, pause), upTo: position.seen }
  const shards = await encodeChanged({ set: folded.set, since: position.kept?.set, pause })
  const isFirst = position.kept === null
  const written = await database.run(() =>
    database.database.transaction('rw', database.checkpoints, database.commits, async () => {
      if (nameOfRow(await database.commits.get(position.seen)) !== position.last) return false // the log was written anew
      const present = decodeHead(await database.checkpoints.get(headPart))
      if (present === null ? !isFirst : present.upTo > folded.upTo) return false
      if (isFirst) await database.checkpoints.clear() // what may be left of one that couldn't be read
      await database.checkpoints.bulkPut([...shards, encodeHead(folded)])
      return true
    }),
  )
  return written.ok ? { ok: true, value: { folded, isWritten: written.value } } : written
}

function isDue({ tail, kept }: LogPosition, head: CheckpointHead | null): boolean {
  const upTo = kept === null ? 0 : Math.max(kept.upTo, head?.upTo ?? 0)
  const rows = tail.filter((row) => row.seq > upTo)
  return rows.length >= commitsBetween || rows.reduce((sum, row) => sum + row.changes.length, 0) >= changesBetween
}

async function foldTail({ set, tail, foldedUpTo }: LogPosition, pause: () => Promise<void>): Promise<ChangeSet> {
  const rows = tail.filter((row) => row.seq > foldedUpTo)
  let folded = set
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    folded = applyRows(folded, rows.slice(at, at + rowsAtOnce))
    await pause()
  }
  return folded
}

interface ShardRow {
  readonly part: number
  readonly records: string
  readonly sum: string
}

/** Two sets share the shards in which they don't differ, so identity tells. */
async function encodeChanged({ set, since, pause }: { readonly set: ChangeSet; readonly since: ChangeSet | undefined } & Pick<StoragePlatform, 'pause'>): Promise<readonly ShardRow[]> {
  const rows: ShardRow[] = []
  for (const [part, shard] of set.records.shards.entries()) {
    const before = since?.records.shards[part]
    // an empty one has no row, since its count says enough, unless it had one that is to be written over
    if (shard === before || (shard.size === 0 && (before?.size ?? 0) === 0)) continue
    const records = encodeShard(shard)
    rows.push({ part, records, sum: checksumOf(records) })
    await pause()
  }
  return rows
}
