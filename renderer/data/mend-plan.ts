import { changesOf, type ChangeSet } from '../../shared/changes/fold.ts'
import { decodeHead, isHead } from './checkpoint-head.ts'
import { isCommitRow, nameOfRow, type CommitRow } from './commit-row.ts'
import { drawKey } from './draw-key.ts'
import { fillJournal } from './fill-journal.ts'
import type { RunSteps } from './in-pauses.ts'
import { readJournal, type JournalRows } from './journal.ts'
import type { PlanCopy } from './plan-copy.ts'
import { damaged, isDamage } from './failure.ts'
import { keepAside } from './keep-aside.ts'
import { mendedLog, type MendedLog } from './mended-log.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import { checkpointOf, readPlan, type LoadedPlan } from './read-plan.ts'
import { readAgainIfFailed } from './read-again.ts'
import { rowsOneByOne } from './rows-one-by-one.ts'
import type { Commit, Mended, Stored } from './storage.ts'
import { writeOver, type LogLeft } from './write-over.ts'

export interface MendParts {
  readonly database: PlanDatabase
  readonly copy: PlanCopy
  readonly platform: Pick<StoragePlatform, 'now' | 'keepDamaged' | 'pause' | 'randomBytes'>
  /** The newest backup that proves good; asked only where rows are missing. */
  readonly newestBackup: () => Promise<ChangeSet | null>
  /** The last row that is known to have been there; while less than that can be had, nothing is written over. */
  readonly atLeast?: number
  /** Rows are known to be missing that opening the plan does not read. */
  readonly isSuspect?: boolean
  /** Does what takes its time in a large plan; at once where the plan is in use, so that nothing comes in between. */
  readonly run?: RunSteps
}

export interface ProvenPlan {
  readonly plan: LoadedPlan
  /** What had to be mended; null where the database was whole. */
  readonly mended: Mended | null
  /** The last row of the journal; less than the plan has where the journal is behind, and null where that can't be told. */
  readonly journalEnd: number | null
  /** Whether the journal ends with what can't be read, and is to be written anew. */
  readonly isJournalSpoilt: boolean
}

/**
 * Reads a plan and proves it whole: each row fits its checksum, none is missing, and the last rows of the journal, which
 * were written after the database, stand in the database as well. What isn't whole is mended from the second copy and
 * read again; before anything is written over, what is left of the damaged data is kept aside.
 */
export async function readProven(parts: MendParts): Promise<Stored<ProvenPlan>> {
  const { database, copy, isSuspect = false, run } = parts
  // before the database: what another window writes meanwhile is in the database first
  const found = await copy.journal.ends()
  const { rows: ends, isSpoilt } = found.ok ? found.value : { rows: [], isSpoilt: false }
  const journalEnd = found.ok ? Math.max(0, ...ends.map(({ seq }) => seq)) : null
  const read = await readAgainIfFailed(() => readPlan(database, run))
  if (!read.ok && !isDamage(read.failure)) return read
  const isEmptied = read.ok && read.value.seen === 0 && (await copy.journal.isThere())
  if (!isSuspect && !isEmptied && read.ok && read.value.isGapless && (await areThere({ ends, plan: read.value, database }))) return asIs(read, journalEnd, isSpoilt)
  return mend({ ...parts, read, journalEnd: journalEnd ?? 0 })
}

/** Whether rows stand in the database under their numbers: a log that was begun anew has others there. */
async function areThere({ ends, plan, database }: { readonly ends: readonly CommitRow[]; readonly plan: LoadedPlan; readonly database: PlanDatabase }): Promise<boolean> {
  const inTail = new Map(plan.tail.map((row) => [row.seq, row]))
  const older = ends.filter(({ seq }) => !inTail.has(seq))
  if (older.some(({ seq }) => seq > plan.seen)) return false
  const read = await database.run(() => database.commits.bulkGet(older.map(({ seq }) => seq)))
  const found = [...inTail.values(), ...(read.ok ? read.value.filter(isCommitRow) : [])]
  return !isNumberedOtherwise(ends, found)
}

async function mend({ read, journalEnd, ...parts }: MendParts & { readonly read: Stored<LoadedPlan>; readonly journalEnd: number }): Promise<Stored<ProvenPlan>> {
  const { database, copy, platform } = parts
  const kept = await readJournal(copy.journal)
  const raw = await rowsOneByOne(database, 'commits')
  const stored = raw?.filter(isCommitRow) ?? []
  const checkpoint = (await rowsOneByOne(database, 'checkpoints')) ?? []
  // a plan of which there is a journal, in whatever state, had commits
  const isEmptied = stored.length === 0 && kept.files.length > 0
  // where the journal goes on after the database, what can't be read at its end may be what nothing else has
  const isUnsure = (kept.isEndSpoilt || !kept.isAll || kept.rows.length === 0) && (isEmptied || (stored.at(-1)?.seq ?? 0) < journalEnd)
  const mended = mender({ ...parts, journalEnd, isUnsure })
  const log = mended({ stored, checkpoint, journal: kept.rows, backup: null })
  const had = new Set(stored.map(nameOfRow))
  // numbers that neither has were never given to a commit that was written
  if (read.ok && !isEmptied && kept.rows.every((row) => had.has(nameOfRow(row)))) {
    if (isNumberedOtherwise(kept.rows, stored)) await bringJournalInLine({ ...parts, rows: log.rows, kept })
    return asIs(read, journalEnd)
  }
  const backup = log.isWhole ? null : await parts.newestBackup()
  const isNothingLeft = kept.rows.length + stored.length === 0 && checkpointOf(checkpoint) === null && backup === null
  if (isNothingLeft) return isEmptied ? damaged('commits') : asIs(read, journalEnd)
  if ((log.rows.at(-1)?.seq ?? 0) < (parts.atLeast ?? 0)) return asIs(read, journalEnd)

  const putBackNames = new Set(log.rows.map(nameOfRow))
  const keptAside = await keepAside({ copy, platform, commits: raw ?? [], checkpoints: checkpoint, ofJournal: kept.rows.filter((row) => !putBackNames.has(nameOfRow(row))) })
  // what is left is all there is: it is not written over by less
  if (!log.isWhole && ((!keptAside && raw?.length !== 0) || (kept.rows.length === 0 && backup === null))) return asIs(read, journalEnd)
  const mendNow = (now: LogLeft, journal: readonly CommitRow[]): MendedLog =>
    mended({ stored: [...now.stored, ...stored], checkpoint: now.checkpoint.length === 0 ? checkpoint : now.checkpoint, journal, backup })
  const written = await writeOver({ database, copy, mendNow, journal: kept.rows, mayBeginAnew: !read.ok })
  if (!written.ok) return read.ok ? asIs(read, journalEnd) : written
  const { rows, isWhole } = written.value
  const isInLine = (kept.isSpoilt || isNumberedOtherwise(kept.rows, rows)) && (await bringJournalInLine({ ...parts, rows, kept }))
  const plan = await readPlan(database)
  if (!plan.ok) return plan
  const inJournal = new Set(kept.rows.map(nameOfRow))
  const putBack = new Set(rows.filter((row) => inJournal.has(nameOfRow(row)) && !had.has(nameOfRow(row))).map(({ group }) => group))
  return { ok: true, value: { plan: plan.value, mended: { commits: putBack.size, isWhole, keptAside }, journalEnd: isInLine ? plan.value.seen : journalEnd, isJournalSpoilt: false } }
}

interface AllLeft extends LogLeft {
  readonly journal: readonly CommitRow[]
  readonly backup: ChangeSet | null
}

/** Says what the log was, standing on checkpoint and backup where rows are missing from both database and journal. */
function mender({ platform, journalEnd, isUnsure }: Pick<MendParts, 'platform'> & { readonly journalEnd: number; readonly isUnsure: boolean }): (left: AllLeft) => MendedLog {
  return ({ stored, checkpoint, journal, backup }) => {
    const kept = checkpointOf(checkpoint)
    const sources = { stored, journal, isUnsure, upTo: Math.max(journalEnd, kept?.upTo ?? decodeHead(checkpoint.find(isHead))?.upTo ?? 0), drawGroup: () => drawKey(platform) }
    const log = mendedLog({ ...sources, bases: [] })
    const sets = [backup, kept?.set ?? null].filter((set) => set !== null)
    return log.isWhole ? log : mendedLog({ ...sources, bases: sets.map((set): Commit => ({ changes: [...changesOf(set)], action: 'planMended', at: platform.now() })) })
  }
}

function isNumberedOtherwise(journal: readonly CommitRow[], log: readonly CommitRow[]): boolean {
  const numbers = new Map(log.map((row) => [nameOfRow(row), row.seq]))
  return journal.some((row) => numbers.get(nameOfRow(row)) !== row.seq)
}

/** Writes a journal anew of which a part can't be read, from a database that was found whole. */
export async function tidyJournal({ database, copy, platform }: Pick<MendParts, 'database' | 'copy' | 'platform'>): Promise<void> {
  await fillJournal({ database, copy, from: 0, pause: platform.pause })
  const kept = await readJournal(copy.journal)
  if (kept.isSpoilt) await bringJournalInLine({ database, copy, platform, rows: kept.rows, kept })
}

/** Writes the journal anew, and adds what other windows wrote meanwhile: it may have stood in what was written over. False where that failed. */
async function bringJournalInLine({ database, copy, platform, rows, kept }: Pick<MendParts, 'database' | 'copy' | 'platform'> & { readonly rows: readonly CommitRow[]; readonly kept: JournalRows }): Promise<boolean> {
  const replaced = await copy.journal.replace({ rows, read: kept })
  if (!replaced.ok) return false
  await fillJournal({ database, copy, from: rows.at(-1)?.seq ?? 0, pause: platform.pause })
  return copy.state().kind === 'kept'
}

function asIs(read: Stored<LoadedPlan>, journalEnd: number | null, isJournalSpoilt = false): Stored<ProvenPlan> {
  return read.ok ? { ok: true, value: { plan: read.value, mended: null, journalEnd, isJournalSpoilt } } : read
}
