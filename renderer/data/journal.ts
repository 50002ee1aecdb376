import type { Copied, CopyFile, CopyStore } from '../../shared/copies/copy-store.ts'
import { framedLines, frameLine, readFramedLines } from '../../shared/copies/framed-line.ts'
import { isCommitRow, type CommitRow } from './commit-row.ts'
import { parseJson } from './raw-value.ts'

/**
 * The log of a plan once more, outside the database: every row that was written, as a framed line, in one file for
 * each writer slot, so that two windows never add to the same one. Rows that stand there twice are the same.
 */
export interface Journal {
  /** The last row that is in it, 0 where there is none; reads the ends of its files only. */
  readonly end: () => Promise<Copied<number>>
  readonly rows: () => Promise<Copied<JournalRows>>
  /** Adds rows; they are on the disk when it answers. */
  readonly append: (rows: readonly CommitRow[]) => Promise<Copied<undefined>>
  /** Puts these rows in the place of all there are. */
  readonly replace: (rows: readonly CommitRow[]) => Promise<Copied<undefined>>
}

export interface JournalRows {
  /** In order of the log, each once. */
  readonly rows: readonly CommitRow[]
  /** Whether its files hold lines that can't be read. */
  readonly isSpoilt: boolean
}

/** Enough for some rows of the usual size: one has at most a few tens of thousands of letters. */
const endBytes = 131_072

/** How many lines are read before the browser gets a chance to draw. */
const linesAtOnce = 400

export interface JournalParts {
  readonly copies: CopyStore
  readonly folder: string
  /** The writer slot of this window. */
  readonly slot: number
  readonly pause: () => Promise<void>
}

export function createJournal({ copies, folder, slot, pause }: JournalParts): Journal {
  const own = `journal-${slot}.log`
  const files = async (): Promise<Copied<readonly CopyFile[]>> => {
    const listed = await copies.list(folder)
    return listed.ok ? { ok: true, value: listed.value.filter(({ name }) => isJournalFile(name)) } : listed
  }
  const rows = async (): Promise<Copied<JournalRows>> => {
    const listed = await files()
    if (!listed.ok) return listed
    const read = await Promise.all(listed.value.map(({ name }) => copies.read({ folder, name })))
    const bySeq = new Map<number, CommitRow>()
    let isSpoilt = false
    for (const text of read) {
      if (!text.ok || text.value === null) continue // then what the other files hold is all there is
      let count = 0
      for (const line of framedLines(text.value)) {
        if (count % linesAtOnce === 0) await pause()
        count += 1
        const row = line === null ? null : parseRow(line)
        if (row === null) isSpoilt = true
        else bySeq.set(row.seq, row)
      }
    }
    return { ok: true, value: { rows: [...bySeq.values()].toSorted((a, b) => a.seq - b.seq), isSpoilt } }
  }
  return {
    end: async () => {
      const listed = await files()
      if (!listed.ok) return listed
      const ends = await Promise.all(listed.value.map(({ name }) => lastRowOf({ copies, folder, name })))
      return { ok: true, value: Math.max(0, ...ends) }
    },
    rows,
    append: (added) => copies.append({ folder, name: own, text: linesOf(added) }),
    replace: async (all) => {
      const before = await files()
      if (!before.ok) return before
      const written = await copies.write({ folder, name: own, text: linesOf(all) })
      if (!written.ok) return written
      for (const { name } of before.value.filter((file) => file.name !== own)) await copies.remove({ folder, name })
      return written
    },
  }
}

/** The last row of one file. A row larger than what is read of the end has the whole file read. */
async function lastRowOf({ copies, folder, name }: { readonly copies: CopyStore; readonly folder: string; readonly name: string }): Promise<number> {
  for (const part of [{ lastBytes: endBytes }, {}]) {
    const read = await copies.read({ folder, name, ...part })
    const text = read.ok ? (read.value ?? '') : ''
    const last = Math.max(0, ...readFramedLines(text).texts.map((line) => parseRow(line)?.seq ?? 0))
    if (last > 0 || text === '') return last
  }
  return 0
}

/** Takes the journal of a plan away, which is how a plan that was taken off this computer is told from one that was lost. */
export async function removeJournal({ copies, folder }: Pick<JournalParts, 'copies' | 'folder'>): Promise<void> {
  const listed = await copies.list(folder)
  if (!listed.ok) return
  for (const { name } of listed.value.filter((file) => isJournalFile(file.name))) await copies.remove({ folder, name })
}

export function isJournalFile(name: string): boolean {
  return /^journal-\d{1,2}\.log$/.test(name)
}

function linesOf(rows: readonly CommitRow[]): string {
  return rows.map((row) => frameLine(JSON.stringify(row))).join('')
}

function parseRow(text: string): CommitRow | null {
  const row = parseJson(text)
  return isCommitRow(row) ? row : null
}
