import { isCommitRow, rowsOfCommit, type CommitRow } from './commit-row.ts'
import type { Commit } from './storage.ts'

export interface LogSources {
  /** What the database still gives, whatever it is. */
  readonly stored: readonly unknown[]
  readonly journal: readonly CommitRow[]
  /** The last row there is known to have been. */
  readonly upTo: number
  /** States of the plan, each as one commit of all its changes, to stand on where rows are missing from both. */
  readonly bases: readonly Commit[]
}

export interface MendedLog {
  readonly rows: readonly CommitRow[]
  /** Whether each row that was ever numbered is there; else the rest stands on the bases, or is missing. */
  readonly isWhole: boolean
  /** Whether rows stand under other numbers than they were written. */
  readonly isRenumbered: boolean
}

/**
 * The log as it was, from all that is left of it. Where database and journal have different rows under one number, the
 * database was begun anew at some time: what was written into it then comes after.
 */
export function mendedLog({ stored, journal, upTo, bases }: LogSources): MendedLog {
  const bySeq = new Map(journal.map((row) => [row.seq, row]))
  const anew: CommitRow[] = []
  for (const row of stored.filter(isCommitRow)) {
    const other = bySeq.get(row.seq)
    if (other === undefined) bySeq.set(row.seq, row)
    else if (other.group !== row.group) anew.push(row)
  }
  const known = [...bySeq.values()].toSorted((a, b) => a.seq - b.seq)
  const rows = wholeCommits([...known, ...anew])
  const isWhole = known.length >= upTo && known.every((row, index) => row.seq === index + 1) && rows.length === known.length + anew.length
  if (isWhole && anew.length === 0) return { rows, isWhole, isRenumbered: false }
  const base = isWhole ? [] : bases.flatMap((commit, index) => rowsOfCommit({ commit, group: `base${index}` }))
  return { rows: [...base, ...rows].map((row, index) => ({ ...row, seq: index + 1 })), isWhole, isRenumbered: true }
}

/** Without the rows of commits of which a part is missing: half an action is not what anybody did. */
function wholeCommits(rows: readonly CommitRow[]): readonly CommitRow[] {
  const groups = Map.groupBy(rows, ({ group }) => group)
  return [...groups.values()].flatMap((parts) => (parts.every(({ part }, index) => part === index) && parts.length === parts[0]?.parts ? parts : []))
}
