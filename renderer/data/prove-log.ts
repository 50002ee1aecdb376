import type { Steps } from '../../shared/changes/steps.ts'
import { isCommitRow, nameOfRow, type CommitRow } from './commit-row.ts'
import { inPauses } from './in-pauses.ts'
import type { PlanCopy } from './plan-copy.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import type { Mended, Stored } from './storage.ts'

/** How many rows of the log are read before the browser gets a chance to draw. */
const rowsAtOnce = 20

interface ProofParts {
  readonly database: PlanDatabase
  readonly copy: PlanCopy
  readonly platform: Pick<StoragePlatform, 'pause'>
  /** Puts back what the database lacks. */
  readonly mend: () => Promise<Stored<Mended | null>>
}

/**
 * Old rows are in the checkpoint, so nobody reads them, and a disk may spoil them unnoticed until the checkpoint is
 * needed and they are not there. What the journal has was in the database first, so it is read first, and what is not
 * there then was lost.
 */
export async function proveLog({ database, copy, platform, mend }: ProofParts): Promise<Stored<Mended | null>> {
  const journal = await copy.journal.rows()
  if (!journal.ok) return { ok: false, failure: { kind: 'unavailable' } }
  const stored = await readLog({ database, platform })
  if (!stored.ok) return stored
  const inJournal = new Set(journal.value.rows.map(nameOfRow))
  const inDatabase = new Set(stored.value.map(nameOfRow))
  const missing = stored.value.filter((row) => !inJournal.has(nameOfRow(row)))
  // the last row once more after them, so that the end of the file goes on to say how far the log goes
  if (missing.length > 0) await copy.keep([...missing, ...stored.value.slice(-1)])
  return journal.value.rows.every((row) => inDatabase.has(nameOfRow(row))) ? { ok: true, value: null } : mend()
}

/** One after the other: of a plan of ten thousand goals a row takes a millisecond to be held against its checksum. */
function* soundRows(rows: readonly unknown[]): Steps<readonly CommitRow[]> {
  const sound: CommitRow[] = []
  for (const row of rows) {
    if (isCommitRow(row)) sound.push(row)
    yield
  }
  return sound
}

async function readLog({ database, platform }: Pick<ProofParts, 'database' | 'platform'>): Promise<Stored<readonly CommitRow[]>> {
  const whole: CommitRow[] = []
  for (let last = 0; ; ) {
    const after = last
    const keys = await database.run(() => database.commits.where(':id').above(after).limit(rowsAtOnce).primaryKeys())
    if (!keys.ok) return keys
    const next = keys.value.at(-1)
    if (next === undefined) return { ok: true, value: whole }
    const rows = await database.run(() => database.commits.where(':id').between(after, next, false, true).toArray())
    if (!rows.ok) return rows
    whole.push(...(await inPauses(platform.pause)(soundRows(rows.value))))
    last = next
    await platform.pause()
  }
}
