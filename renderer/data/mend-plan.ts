import { changesOf, type ChangeSet } from '../../shared/changes/fold.ts'
import { decodeHead, headPart } from './checkpoint-head.ts'
import { isCommitRow, type CommitRow } from './commit-row.ts'
import type { PlanCopy } from './plan-copy.ts'
import { keepAside } from './keep-aside.ts'
import { mendedLog } from './mended-log.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import { readCheckpoint, readPlan, type LoadedPlan } from './read-plan.ts'
import type { Commit, Mended, Stored, StorageFailure } from './storage.ts'

export interface MendParts {
  readonly database: PlanDatabase
  readonly copy: PlanCopy
  readonly platform: Pick<StoragePlatform, 'now' | 'keepDamaged'>
  /** The newest backup that proves good; asked only where rows are missing. */
  readonly newestBackup: () => Promise<ChangeSet | null>
  /** The last row that is known to have been there; while less than that can be had, nothing is written over. */
  readonly atLeast?: number
}

export interface ProvenPlan {
  readonly plan: LoadedPlan
  /** What had to be mended; null where the database was whole. */
  readonly mended: Mended | null
  /** The last row of the journal; less than the plan has where the journal is behind. */
  readonly journalEnd: number
}

/**
 * Reads a plan and proves it whole: each row fits its checksum, none is missing, and the journal, which was written
 * after the database, knows of none that the database lacks. What isn't whole is mended from the second copy and read
 * again; before anything is written over, what is left of the damaged data is kept aside.
 */
export async function readProven(parts: MendParts): Promise<Stored<ProvenPlan>> {
  const { database, copy } = parts
  // before the database: what another window writes meanwhile is in the database first
  const end = await copy.journal.end()
  const journalEnd = end.ok ? end.value : 0
  const read = await readAgainIfFailed(database)
  if (read.ok && read.value.isGapless && journalEnd <= read.value.seen) return asIs(read, journalEnd)
  if (!read.ok && !isDamage(read.failure)) return read
  return mend({ ...parts, read, journalEnd })
}

/** A read may fail for once, when the browser is busy with other things. */
async function readAgainIfFailed(database: PlanDatabase): Promise<Stored<LoadedPlan>> {
  const read = await readPlan(database)
  return !read.ok && read.failure.kind === 'failed' ? readPlan(database) : read
}

function isDamage({ kind }: StorageFailure): boolean {
  return kind === 'damaged' || kind === 'failed'
}

async function mend({ read, journalEnd, ...parts }: MendParts & { readonly read: Stored<LoadedPlan>; readonly journalEnd: number }): Promise<Stored<ProvenPlan>> {
  const { database, copy, platform } = parts
  const kept = await copy.journal.rows()
  const journal = kept.ok ? kept.value.rows : []
  const raw = await database.run(() => database.commits.toArray())
  const stored = raw.ok ? raw.value : []
  const head = await database.run(async () => decodeHead(await database.checkpoints.get(headPart)))
  const sources = { stored, journal, upTo: Math.max(journalEnd, head.ok ? (head.value?.upTo ?? 0) : 0) }
  let log = mendedLog({ ...sources, bases: [] })
  // numbers that neither has were never given to a commit that was written
  if (read.ok && log.rows.length === read.value.count) return asIs(read, journalEnd)
  if (!log.isWhole) log = mendedLog({ ...sources, bases: await basesOf(parts) })
  if (log.rows.length === 0 || (log.rows.at(-1)?.seq ?? 0) < (parts.atLeast ?? 0)) return asIs(read, journalEnd)

  const keptAside = await keepAside({ database, copy, platform })
  // what is left is all there is: it is not written over by less
  if (!log.isWhole && (!keptAside || journal.length === 0)) return asIs(read, journalEnd)
  const written = await writeOver(database, log.rows)
  if (!written.ok) return written
  if (log.isRenumbered || (kept.ok && kept.value.isSpoilt)) await copy.journal.replace(log.rows)
  const plan = await readPlan(database)
  if (!plan.ok) return plan
  const had = new Set(stored.filter(isCommitRow).map(({ group }) => group))
  const lacking = new Set(log.rows.map(({ group }) => group).filter((group) => !had.has(group)))
  const mended: Mended = { commits: lacking.size, isWhole: log.isWhole, keptAside }
  return { ok: true, value: { plan: plan.value, mended, journalEnd: plan.value.seen } }
}

/** What else is left of a plan of whose log rows are missing: the checkpoint, which may hold what they said, and a backup. */
async function basesOf({ database, newestBackup, platform }: MendParts): Promise<readonly Commit[]> {
  const checkpoint = await readCheckpoint(database)
  const backup = await newestBackup()
  const sets = [backup, checkpoint].filter((set) => set !== null)
  return sets.map((set) => ({ changes: [...changesOf(set)], action: 'planMended', at: platform.now() }))
}

function asIs(read: Stored<LoadedPlan>, journalEnd: number): Stored<ProvenPlan> {
  return read.ok ? { ok: true, value: { plan: read.value, mended: null, journalEnd } } : read
}

/** Writes the log anew in one transaction; a database that can't even be written is made anew. */
async function writeOver(database: PlanDatabase, rows: readonly CommitRow[]): Promise<Stored<unknown>> {
  const { commits, checkpoints } = database
  const write = (): Promise<Stored<unknown>> =>
    database.run(() =>
      database.database.transaction('rw', commits, checkpoints, async () => {
        await checkpoints.clear()
        await commits.clear()
        await commits.bulkAdd(rows)
      }),
    )
  const written = await write()
  if (written.ok || !isDamage(written.failure)) return written
  const anew = await database.beginAnew()
  return anew.ok ? write() : anew
}
