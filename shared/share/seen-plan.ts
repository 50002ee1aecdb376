import type { ChangeSet } from '../changes/fold.ts'
import { cellsOf, removeCells, type FoldedRecord } from '../changes/folded-record.ts'
import { isKnown, type Knows } from '../changes/knows.ts'
import type { Steps } from '../changes/steps.ts'
import { contentMarkInSteps } from './content-mark.ts'
import type { RunSteps } from './mail-reader.ts'
import type { MailItem } from './mailbox.ts'
import { isCovered } from './read-item.ts'
import type { SharedPlan } from './share.ts'

/** A replica's own plan file as it lay in the mailbox when it was read back whole, and what tells whether what it says can be told from the plan. */
export interface SeenPlan {
  readonly replica: string
  readonly version: MailItem['version']
  readonly bytes: number
  readonly knows: Knows
  /** `content-mark.ts` of what it says. */
  readonly mark: string
  /** When it was read, in milliseconds since 1970. */
  readonly at: number
}

/** Where that is kept from one start to the next. Losing it means to read the file once more, and nothing else. */
export interface SeenPlanKeep {
  readonly recall: () => Promise<SeenPlan | null>
  readonly keep: (seen: SeenPlan) => Promise<void>
}

/** So long it counts; then the file is read again, since what a disk or a server has lost of it meanwhile tells in no list. */
const countsForMs = 7 * 24 * 3_600_000

/** Tells what a replica's own plan file says without reading it, as far as that is beyond doubt. */
export interface PlanMemory {
  /** Null where it is to be read. */
  readonly recall: (item: MailItem) => Promise<ChangeSet | null>
  /** Notes what was read. */
  readonly note: (item: MailItem, set: ChangeSet) => Promise<void>
}

export function createPlanMemory({ keep, plan, run, now }: { readonly keep: SeenPlanKeep | undefined; readonly plan: Pick<SharedPlan, 'by' | 'set'>; readonly run: RunSteps; readonly now: () => number }): PlanMemory {
  return {
    recall: async ({ version, bytes }) => {
      const seen = (await keep?.recall()) ?? null
      const isThere = seen?.replica === plan.by().replica && seen.version === version && seen.bytes === bytes
      return isThere && Math.abs(now() - seen.at) < countsForMs ? run(seenSetInSteps(seen, plan.set())) : null
    },
    note: async ({ version, bytes }, set) => keep?.keep({ replica: plan.by().replica, version, bytes, knows: set.knows, mark: await run(contentMarkInSteps(set)), at: now() }),
  }
}

/**
 * What a plan file says that was seen, made of the plan: what was known when it was written. Null where that isn't what the
 * file said, to the cell, as after a profile was put back from a copy, or a conflict was found whose edit was known before.
 */
export function* seenSetInSteps({ knows, mark }: Pick<SeenPlan, 'knows' | 'mark'>, set: ChangeSet): Steps<ChangeSet | null> {
  if (!isCovered(set.knows, knows)) return null
  const shards: Shard[] = []
  let size = 0
  for (const shard of set.records.shards) {
    yield
    const seen = seenOf(shard, knows)
    shards.push(seen)
    size += seen.size
  }
  const seen: ChangeSet = { records: { shards, size }, knows }
  return (yield* contentMarkInSteps(seen)) === mark ? seen : null
}

type Shard = ChangeSet['records']['shards'][number]

/** The very shard and records where all of it was known. */
function seenOf(shard: Shard, knows: Knows): Shard {
  const records = new Map<FoldedRecord['id'], FoldedRecord>()
  for (const [id, record] of shard) {
    const news = [...cellsOf(record)].filter(({ at }) => !isKnown({ knows, stamp: at }))
    const seen = news.length === 0 ? record : removeCells(record, news)
    if (seen !== undefined) records.set(id, seen)
  }
  return records.size === shard.size && [...records].every(([id, record]) => shard.get(id) === record) ? shard : records
}
