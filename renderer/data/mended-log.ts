import { emptyRows, isCommitRow, nameOfRow, rowsOfCommit, type CommitRow, type NewCommitRow } from './commit-row.ts'
import type { Commit } from './storage.ts'

export interface LogSources {
  /** What the database still gives, whatever it is; of what stands there twice the first counts. */
  readonly stored: readonly unknown[]
  /** In order of their numbers. */
  readonly journal: readonly CommitRow[]
  /** The last number there is known to have been. */
  readonly upTo: number
  /** Rows are missing of which nobody can tell how many. */
  readonly isUnsure: boolean
  /** States of the plan, each as one commit of all its changes, to stand on where rows are missing from both. */
  readonly bases: readonly Commit[]
  /** Draws a name for each group of rows that is made. */
  readonly drawGroup: () => string
}

export interface MendedLog {
  readonly rows: readonly CommitRow[]
  /** Whether each row that was ever numbered is there; else the rest stands on the bases, or is missing. */
  readonly isWhole: boolean
}

/**
 * The log as it was, from all that is left of it. Rows are told by their names and not by their numbers: where database
 * and journal have different rows under one number, the database was begun anew at some time, and what was written into
 * it then comes after; or a log was numbered anew and the journal not yet.
 *
 * Where it is numbered anew the last number is higher than any that was ever given, so that no window that has the log
 * open takes a new row for one it knows, and the next number the database gives is the one after.
 */
export function mendedLog({ stored, journal, upTo, isUnsure, bases, drawGroup }: LogSources): MendedLog {
  const inDatabase = oncePerName(stored.filter(isCommitRow)).toSorted(bySeq)
  const woven = weave(journal, inDatabase)
  const rows = wholeCommits(woven)
  const numbers = new Set([...journal, ...inDatabase].map(({ seq }) => seq))
  const highest = Math.max(upTo, ...[journal.at(-1), inDatabase.at(-1)].map((row) => row?.seq ?? 0))
  const isWhole = !isUnsure && numbers.size === highest && rows.length === woven.length
  if (isWhole && rows.every(({ seq }, index) => seq === index + 1)) return { rows, isWhole }
  const base = isWhole ? [] : bases.flatMap((commit) => rowsOfCommit({ commit, group: drawGroup() }))
  const all: readonly NewCommitRow[] = [...base, ...rows]
  const filling = emptyRows({ count: Math.max(0, highest + 1 - all.length), group: drawGroup() })
  return { rows: [...all, ...filling].map((row, index) => ({ ...row, seq: index + 1 })), isWhole }
}

/** Both in one order: what is in both holds them together, and between, what only one of them has goes by its numbers. */
function weave(journal: readonly CommitRow[], stored: readonly CommitRow[]): readonly CommitRow[] {
  const places = new Map(stored.map((row, place) => [nameOfRow(row), place]))
  const woven: CommitRow[] = []
  let onlyInJournal: CommitRow[] = []
  let from = 0
  for (const row of journal) {
    const place = places.get(nameOfRow(row))
    if (place === undefined) onlyInJournal.push(row)
    else if (place >= from) {
      for (const each of between(onlyInJournal, stored.slice(from, place))) woven.push(each)
      woven.push({ ...row, seq: stored[place]?.seq ?? row.seq })
      onlyInJournal = []
      from = place + 1
    }
  }
  return [...woven, ...between(onlyInJournal, stored.slice(from))]
}

/** Rows of which one number means two: those of the database come after. */
function between(journal: readonly CommitRow[], stored: readonly CommitRow[]): readonly CommitRow[] {
  const numbers = new Set(journal.map(({ seq }) => seq))
  const both = [...journal, ...stored]
  return stored.some(({ seq }) => numbers.has(seq)) ? both : both.toSorted(bySeq)
}

function bySeq(a: CommitRow, b: CommitRow): number {
  return a.seq - b.seq
}

function oncePerName(rows: readonly CommitRow[]): readonly CommitRow[] {
  return [...new Map(rows.toReversed().map((row) => [nameOfRow(row), row])).values()]
}

/** Without the rows of commits of which a part is missing: half an action is not what anybody did. */
function wholeCommits(rows: readonly CommitRow[]): readonly CommitRow[] {
  const groups = Map.groupBy(rows, ({ group }) => group)
  return [...groups.values()].flatMap((parts) => (parts.every(({ part }, index) => part === index) && parts.length === parts[0]?.parts ? parts : []))
}
