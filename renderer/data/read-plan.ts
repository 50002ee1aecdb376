import { emptyChangeSet, type ChangeSet } from '../../shared/changes/fold.ts'
import { finish, type Steps } from '../../shared/changes/steps.ts'
import { checksumOf } from '../../shared/copies/checksum.ts'
import { isObject } from '../../shared/file/json-value.ts'
import { decodeHead, headPart, isHead, type CheckpointHead } from './checkpoint-head.ts'
import { decodeShard, type Shard } from './checkpoint-shard.ts'
import { applyRows, commitRowsInSteps, nameOfRow, type CommitRow } from './commit-row.ts'
import { damaged } from './failure.ts'
import type { RunSteps } from './in-pauses.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { Stored } from './storage.ts'

/** The log folded up to one commit. */
export interface Checkpoint {
  readonly upTo: number
  readonly set: ChangeSet
}

/** What a plan's database held at one moment. */
export interface LoadedPlan {
  /** Everything written until then. */
  readonly set: ChangeSet
  /** The last commit in it; 0 when there is none. */
  readonly seen: number
  /** The name of that row; empty where there is none. */
  readonly last: string
  /** The checkpoint it was read from, or null where there is none to go on from. */
  readonly kept: Checkpoint | null
  /** The commits after that. */
  readonly tail: readonly CommitRow[]
  /** How many commits the log has. */
  readonly count: number
  /** Whether that is as many as were ever numbered. */
  readonly isGapless: boolean
}

/**
 * Reads a plan: the checkpoint and the commits after it, in one transaction. A checkpoint holds nothing that the
 * log doesn't, so when it can't be read, the whole log is, if it is whole.
 * @param run does what takes its time in a large plan; at once where nothing may come in between
 */
export async function readPlan(database: PlanDatabase, run: RunSteps = (steps) => Promise.resolve(finish(steps))): Promise<Stored<LoadedPlan>> {
  const raw = await database.run(() =>
    database.database.transaction('r', database.checkpoints, database.commits, async () => {
      const parts = await database.checkpoints.toArray()
      const head = decodeHead(parts.find(isHead))
      return { parts, count: await database.commits.count(), rows: await database.commits.where(':id').aboveOrEqual(head?.upTo ?? 0).toArray() }
    }),
  )
  if (!raw.ok && raw.failure.kind !== 'failed') return raw
  const quick = raw.ok ? await run(fromCheckpoint(raw.value)) : raw
  if (quick.ok) return quick
  const whole = await readWholeLog({ database, run, head: raw.ok ? decodeHead(raw.value.parts.find(isHead)) : null })
  return whole ?? quick
}

interface RawPlan {
  readonly parts: readonly unknown[]
  readonly rows: readonly unknown[]
  readonly count: number
}

function* fromCheckpoint({ parts, rows, count }: RawPlan): Steps<Stored<LoadedPlan>> {
  const kept = parts.length === 0 ? null : yield* decodeCheckpoint(parts)
  if (typeof kept === 'string') return damaged(kept)
  if (kept === null) return yield* fromLog(rows)
  // commits are never removed, so the one that the checkpoint was made at must be there
  if (kept.upTo > 0 && seqOf(rows[0]) !== kept.upTo) return damaged(`commits/${kept.upTo}`)
  const tail = yield* commitRowsInSteps(kept.upTo > 0 ? rows.slice(1) : rows)
  if (!tail.ok) return tail
  yield
  const set = applyRows(kept.set, tail.value)
  const seen = tail.value.at(-1)?.seq ?? kept.upTo
  const last = nameOfRow(tail.value.at(-1) ?? rows[0])
  return { ok: true, value: { set, seen, last, kept, tail: tail.value, count, isGapless: count === seen } }
}

function* fromLog(raw: readonly unknown[]): Steps<Stored<LoadedPlan>> {
  const rows = yield* commitRowsInSteps(raw)
  if (!rows.ok) return rows
  const seen = rows.value.at(-1)?.seq ?? 0
  return { ok: true, value: { set: applyRows(emptyChangeSet(), rows.value), seen, last: nameOfRow(rows.value.at(-1)), kept: null, tail: rows.value, count: raw.length, isGapless: raw.length === seen } }
}

/** The checkpoint of these parts, whatever the log is like; null where there is none that is whole. */
export function checkpointOf(parts: readonly unknown[]): Checkpoint | null {
  const kept = finish(decodeCheckpoint(parts))
  return typeof kept === 'string' ? null : kept
}

/** The checkpoint, or where it is damaged. */
function* decodeCheckpoint(parts: readonly unknown[]): Steps<Checkpoint | string> {
  const head = decodeHead(parts.find(isHead))
  if (head === null) return `checkpoints/${headPart}`
  const rows = new Map(parts.map((row) => [isObject(row) ? row['part'] : undefined, row]))
  const shards: Shard[] = []
  let size = 0
  for (const [index, count] of head.counts.entries()) {
    yield
    const shard = count === 0 && !rows.has(index) ? new Map() : decodeShard({ text: wholeText(rows.get(index)), index })
    if (shard?.size !== count) return `checkpoints/${index}`
    shards.push(shard)
    size += count
  }
  return { upTo: head.upTo, set: { records: { shards, size }, knows: head.knows } }
}

/** The fold of the log from its first commit on, or null when commits are missing that were once there. */
async function readWholeLog({ database, run, head }: { readonly database: PlanDatabase; readonly run: RunSteps; readonly head: CheckpointHead | null }): Promise<Stored<LoadedPlan> | null> {
  const raw = await database.run(() => database.commits.toArray())
  if (!raw.ok) return raw
  const read = await run(fromLog(raw.value))
  if (!read.ok) return read
  const { seen, tail } = read.value
  // a store counts its rows without gaps: what a transaction counted and didn't write is counted again
  const isWhole = tail.every((row, index) => row.seq === index + 1) && seen > 0 && seen >= (head?.upTo ?? 0)
  return isWhole ? read : null
}

/** What a shard says, unless it isn't what was written; rows of earlier releases have no checksum. */
function wholeText(row: unknown): unknown {
  if (!isObject(row)) return undefined
  const { records, sum } = row
  return sum === undefined || (typeof records === 'string' && sum === checksumOf(records)) ? records : undefined
}

function seqOf(row: unknown): unknown {
  return isObject(row) ? row['seq'] : undefined
}
