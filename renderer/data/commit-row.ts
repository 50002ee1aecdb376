import { finish, type Steps } from '../../shared/changes/steps.ts'
import type { Change } from '../../shared/changes/change.ts'
import { addChanges, type ChangeSet } from '../../shared/changes/fold.ts'
import { rewriteChanges } from '../../shared/changes/remove-changes.ts'
import { checksumOf } from '../../shared/copies/checksum.ts'
import { isExchange } from '../../shared/plan/exchange.ts'
import { isObject } from '../../shared/file/json-value.ts'
import { damaged } from './failure.ts'
import { isChange } from './parse-change.ts'
import { isCount, isListOf } from './raw-value.ts'
import type { Commit, LogEntry, Stored } from './storage.ts'

/**
 * A row of the log. A commit is one row, or, when it is large, several that share a `group` and were written in
 * one transaction; `part` counts them from 0 to `parts` - 1.
 */
export interface CommitRow extends NewCommitRow {
  /** Its place in the log, given by the database: a higher one was written later. */
  readonly seq: number
}

export interface NewCommitRow extends Commit {
  readonly group: string
  readonly part: number
  readonly parts: number
  /** The checksum of the rest; rows of earlier releases have none. */
  readonly sum?: string | undefined
}

/** How many changes a row holds at most. */
export const changesPerRow = 256

/**
 * How large a row grows, in characters of its changes as JSON, before another is begun. Chromium keeps a value of
 * over 64 KiB in a file of its own beside the database, where it can be lost alone.
 */
const textPerRow = 24_000

export function rowsOfCommit({ commit, group }: { readonly commit: Commit; readonly group: string }): readonly NewCommitRow[] {
  const goes = portionsOf(commit.without ?? []).map((without): LogEntry => ({ changes: [], without }))
  const comes = portionsOf(commit.changes).map((changes): LogEntry => ({ changes }))
  // an exchange in which nothing changed, such as an export, is a row all the same
  const entries = goes.length + comes.length === 0 && commit.exchange !== undefined ? [{ changes: [] }] : [...goes, ...comes]
  const { action, at, exchange } = commit
  return entries.map((entry, part) => summed({ ...entry, action, at, ...(exchange !== undefined && { exchange }), group, part, parts: entries.length }))
}

/** Rows that say nothing, as one commit: they stand under numbers of which nothing is left. */
export function emptyRows({ count, group }: { readonly count: number; readonly group: string }): readonly NewCommitRow[] {
  return Array.from({ length: count }, (_, part) => summed({ changes: [], action: 'planMended', at: 0, group, part, parts: count }))
}

/** What tells a row from every other, under whatever number it stands; empty of what is none. */
export function nameOfRow(row: unknown): string {
  return isObject(row) ? `${String(row['group'])} ${String(row['part'])}` : ''
}

function summed(row: NewCommitRow): NewCommitRow {
  return { ...row, sum: sumOf(row) }
}

/** Neither IndexedDB nor JSON changes the order of keys, so the same row has the same text wherever it comes from. */
function sumOf({ group, part, parts, action, at, changes, without, exchange }: NewCommitRow): string {
  return checksumOf(JSON.stringify([group, part, parts, action, at, changes, without, exchange]))
}

function portionsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const portions: Change[][] = []
  let room = 0
  for (const change of changes) {
    const size = JSON.stringify(change).length
    const last = portions.at(-1)
    if (last === undefined || last.length === changesPerRow || size > room) {
      portions.push([change])
      room = textPerRow - size
    } else {
      last.push(change)
      room -= size
    }
  }
  return portions
}

/** Reads rows as they follow each other in the log, believing nothing: each on its own, and that no part of a group is missing. */
export function readCommitRows(raw: readonly unknown[]): Stored<readonly CommitRow[]> {
  return finish(commitRowsInSteps(raw))
}

/** The same row by row: one may take a millisecond to be held against its checksum. */
export function* commitRowsInSteps(raw: readonly unknown[]): Steps<Stored<readonly CommitRow[]>> {
  const rows: CommitRow[] = []
  for (const row of raw) {
    yield
    const before = rows.at(-1)
    if (!isCommitRow(row) || !follows(row, before)) return damaged(`commits/${isObject(row) ? String(row['seq']) : '?'}`)
    rows.push(row)
  }
  const last = rows.at(-1)
  return isComplete(last) ? { ok: true, value: rows } : damaged(`commits/${last?.seq}`)
}

/** The commits that rows of the log are parts of, in their order: a large one is put together again. */
export function commitsOfRows(rows: readonly CommitRow[]): readonly Commit[] {
  return [...Map.groupBy(rows, ({ group }) => group).values()].flatMap(commitOfParts)
}

/** Of all parts the first tells of the exchange. */
function commitOfParts(parts: readonly CommitRow[]): readonly Commit[] {
  const [first] = parts
  if (first === undefined) return []
  const { action, at, exchange, part } = first
  const without = parts.flatMap((row) => row.without ?? [])
  return [{ changes: parts.flatMap(({ changes }) => changes), without: without.length === 0 ? undefined : without, exchange: part === 0 ? exchange : undefined, action, at }]
}

/**
 * The set after what rows of the log say, in their order. Commits that only add are folded at once; what one takes out
 * goes at once, since what is known then is looked up in the whole plan.
 */
export function applyRows(set: ChangeSet, rows: readonly CommitRow[]): ChangeSet {
  let applied = set
  let adding: Commit[] = []
  for (const commit of commitsOfRows(rows)) {
    if (commit.without === undefined) adding.push(commit)
    else {
      applied = rewriteChanges(addAll(applied, adding), commit).set
      adding = []
    }
  }
  return addAll(applied, adding)
}

function addAll(set: ChangeSet, commits: readonly Commit[]): ChangeSet {
  return addChanges(set, commits.flatMap(({ changes }) => changes)).set
}

/** Whether a value can be written as an entry of the log, and read again. */
export function isLogEntry(value: unknown): value is LogEntry {
  if (!isObject(value)) return false
  const { changes, without, exchange } = value
  return isListOf(changes, isChange) && (without === undefined || isListOf(without, isChange)) && (exchange === undefined || isExchange(exchange))
}

/** The first part of a commit after the last one of another, or the next part of the same. */
function follows(row: CommitRow, before: CommitRow | undefined): boolean {
  if (isComplete(before)) return row.part === 0
  return row.part === (before?.part ?? 0) + 1 && row.group === before?.group && row.parts === before.parts
}

function isComplete(row: CommitRow | undefined): boolean {
  return row === undefined || row.part === row.parts - 1
}

/** Whether a value from the log or a journal is a row of it, whole as it was written. */
export function isCommitRow(row: unknown): row is CommitRow {
  return hasRowForm(row) && (row.sum === undefined || row.sum === sumOf(row))
}

function hasRowForm(row: unknown): row is CommitRow {
  if (!isObject(row)) return false
  const { seq, group, part, parts, action, at } = row
  const counted = isCount(seq) && seq > 0 && isCount(part) && isCount(parts) && part < parts
  return counted && typeof group === 'string' && typeof action === 'string' && typeof at === 'number' && isLogEntry(row)
}
