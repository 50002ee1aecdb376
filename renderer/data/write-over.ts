import type { CommitRow } from './commit-row.ts'
import { isDamage } from './failure.ts'
import { readJournal } from './journal.ts'
import type { MendedLog } from './mended-log.ts'
import type { PlanCopy } from './plan-copy.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { Stored } from './storage.ts'

/** What a database still gives. */
export interface LogLeft {
  readonly stored: readonly unknown[]
  /** The parts of the checkpoint. */
  readonly checkpoint: readonly unknown[]
}

interface WriteOver {
  readonly database: PlanDatabase
  readonly copy: PlanCopy
  readonly journal: readonly CommitRow[]
  /** Nothing could be read of it, so there is nothing to lose. */
  readonly mayBeginAnew: boolean
  /** The log from what the database holds at the moment it is written, and the journal. */
  readonly mendNow: (now: LogLeft, journal: readonly CommitRow[]) => MendedLog
}

/**
 * Writes the log anew in one transaction, with what other windows have written until then; a database that can't even be
 * written, asked twice, is made anew, and what they wrote into that is in the journal.
 */
export async function writeOver({ database, copy, journal, mayBeginAnew, mendNow }: WriteOver): Promise<Stored<MendedLog>> {
  const { commits, checkpoints } = database
  const write = (known: readonly CommitRow[]): Promise<Stored<MendedLog>> =>
    database.run(() =>
      database.database.transaction('rw', commits, checkpoints, async () => {
        const log = mendNow({ stored: await commits.toArray(), checkpoint: await checkpoints.toArray() }, known)
        await checkpoints.clear()
        await commits.clear()
        await commits.bulkAdd(log.rows)
        return log
      }),
    )
  const first = await write(journal)
  if (first.ok || !isDamage(first.failure)) return first
  const second = await write(journal)
  if (second.ok || !mayBeginAnew || !isDamage(second.failure)) return second
  const anew = await database.beginAnew()
  if (!anew.ok) return anew
  const since = await readJournal(copy.journal)
  return write(since.rows.length < journal.length ? journal : since.rows)
}
