import { isCommitRow, type CommitRow } from './commit-row.ts'
import { keepAside } from './keep-aside.ts'
import type { PlanCopy } from './plan-copy.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import type { Mended, Stored } from './storage.ts'

/** How many rows of the log are read before the browser gets a chance to draw. */
const rowsAtOnce = 200

interface ProofParts {
  readonly database: PlanDatabase
  readonly copy: PlanCopy
  readonly platform: Pick<StoragePlatform, 'now' | 'keepDamaged' | 'pause'>
}

/**
 * Old rows are in the checkpoint, so nobody reads them, and a disk may spoil them unnoticed until the checkpoint is
 * needed and they are not there. What a row says can't change, so one that is spoilt is put back in its place.
 */
export async function proveLog({ database, copy, platform }: ProofParts): Promise<Stored<Mended | null>> {
  const journal = await copy.journal.rows()
  if (!journal.ok) return { ok: true, value: null }
  const stored = await readLog({ database, platform })
  if (!stored.ok) return stored
  const inJournal = new Map(journal.value.rows.map((row) => [row.seq, row]))
  const missing = [...stored.value.whole.values()].filter(({ seq }) => !inJournal.has(seq))
  if (missing.length > 0) await copy.keep(missing)
  const spoilt = journal.value.rows.filter(({ seq }) => seq <= stored.value.last && !stored.value.whole.has(seq))
  if (spoilt.length === 0) return { ok: true, value: null }
  const keptAside = await keepAside({ database, copy, platform })
  const written = await database.run(() => database.commits.bulkPut(spoilt))
  if (!written.ok) return written
  return { ok: true, value: { commits: new Set(spoilt.map(({ group }) => group)).size, isWhole: true, keptAside } }
}

interface StoredLog {
  readonly whole: ReadonlyMap<number, CommitRow>
  /** The highest number there is. */
  readonly last: number
}

async function readLog({ database, platform }: Pick<ProofParts, 'database' | 'platform'>): Promise<Stored<StoredLog>> {
  const whole = new Map<number, CommitRow>()
  for (let last = 0; ; ) {
    const after = last
    const keys = await database.run(() => database.commits.where(':id').above(after).limit(rowsAtOnce).primaryKeys())
    if (!keys.ok) return keys
    const next = keys.value.at(-1)
    if (next === undefined) return { ok: true, value: { whole, last } }
    const rows = await database.run(() => database.commits.where(':id').between(after, next, false, true).toArray())
    if (!rows.ok) return rows
    for (const row of rows.value) if (isCommitRow(row)) whole.set(row.seq, row)
    last = next
    await platform.pause()
  }
}
