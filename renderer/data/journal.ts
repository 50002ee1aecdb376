import { isJournalFile } from '../../shared/copies/copy-name.ts'
import type { Copied, CopyFile, CopyStore } from '../../shared/copies/copy-store.ts'
import { framedLines, frameLine } from '../../shared/copies/framed-line.ts'
import { isCommitRow, nameOfRow, type CommitRow } from './commit-row.ts'
import { createJournalFiles } from './journal-files.ts'
import { parseJson } from './raw-value.ts'

/**
 * The log of a plan once more, outside the database: every row that was written, as a framed line, in one file for
 * each writer slot, so that two windows never add to the same one. Rows that stand there twice are the same.
 */
export interface Journal {
  /** The last row of each of its files; reads their ends only. */
  readonly ends: () => Promise<Copied<JournalEnds>>
  readonly rows: () => Promise<Copied<JournalRows>>
  /** Whether there is any of it. */
  readonly isThere: () => Promise<boolean>
  /** Adds rows; they are on the disk when it answers. */
  readonly append: (rows: readonly CommitRow[]) => Promise<Copied<undefined>>
  /** Puts these rows in the place of what was read: files that could not be read, or came since, stay. */
  readonly replace: (all: { readonly rows: readonly CommitRow[]; readonly read: JournalRows }) => Promise<Copied<undefined>>
}

export interface JournalEnds {
  readonly rows: readonly CommitRow[]
  /** Whether a file ends with a line that can't be read. */
  readonly isSpoilt: boolean
}

export interface JournalRows {
  /** In order of the log, each once, under the last number it was given. */
  readonly rows: readonly CommitRow[]
  /** Whether its files hold lines that can't be read. */
  readonly isSpoilt: boolean
  /** Whether a file ends with such a line: it may have been a row after all others. */
  readonly isEndSpoilt: boolean
  /** The files that could be read. */
  readonly files: readonly string[]
  /** Whether that was all of them. */
  readonly isAll: boolean
}

/** Enough for some rows of the usual size: one has at most a few tens of thousands of letters. */
const endBytes = 131_072

/** How many letters are read before the browser gets a chance to draw: some milliseconds. */
const lettersAtOnce = 50_000

export interface JournalParts {
  readonly copies: CopyStore
  readonly folder: string
  /** The writer slot of this window. */
  readonly slot: number
  readonly pause: () => Promise<void>
  /** In letters; another than the usual is for tests. */
  readonly fileSize?: number
}

export function createJournal({ copies, folder, slot, pause, fileSize }: JournalParts): Journal {
  const own = createJournalFiles({ copies, folder, slot, ...(fileSize !== undefined && { most: fileSize }) })
  const files = async (): Promise<Copied<readonly CopyFile[]>> => {
    const listed = await copies.list(folder)
    return listed.ok ? { ok: true, value: listed.value.filter(({ name }) => isJournalFile(name)) } : listed
  }
  const rows = async (): Promise<Copied<JournalRows>> => {
    const listed = await files()
    if (!listed.ok) return listed
    const byName = new Map<string, CommitRow>()
    const readFiles: string[] = []
    let isSpoilt = false
    let isEndSpoilt = false
    let letters = 0
    for (const { name } of listed.value) {
      const text = await copies.read({ folder, name })
      if (!text.ok) continue // then what the other files hold is all there is
      readFiles.push(name)
      let isLastSpoilt = false
      for (const line of framedLines(text.value ?? '')) {
        const row = line === null ? null : parseRow(line)
        const known = row === null ? undefined : byName.get(nameOfRow(row))
        isLastSpoilt = row === null
        if (row === null) isSpoilt = true
        else if (known === undefined || known.seq < row.seq) byName.set(nameOfRow(row), row)
        letters += line?.length ?? 0
        if (letters < lettersAtOnce) continue
        letters = 0
        await pause()
      }
      isEndSpoilt ||= isLastSpoilt
    }
    return { ok: true, value: { rows: [...byName.values()].toSorted((a, b) => a.seq - b.seq), isSpoilt, isEndSpoilt, files: readFiles, isAll: readFiles.length === listed.value.length } }
  }
  return {
    ends: async () => {
      const listed = await files()
      if (!listed.ok) return listed
      const ends = await Promise.all(listed.value.map(({ name }) => endOf({ copies, folder, name })))
      return { ok: true, value: { rows: ends.flatMap(({ row }) => row ?? []), isSpoilt: ends.some(({ isSpoilt }) => isSpoilt) } }
    },
    rows,
    isThere: async () => {
      const listed = await files()
      return listed.ok && listed.value.length > 0
    },
    append: (added) => own.append(linesOf(added).join('')),
    replace: async ({ rows: all, read }) => {
      if (!read.isAll) return { ok: false, reason: 'failed' } // the one that is written over may be among the others
      const written = await own.writeAll(linesOf(all))
      if (!written.ok) return written
      for (const name of read.files.filter((each) => !written.value.includes(each))) await copies.remove({ folder, name })
      return { ok: true, value: undefined }
    },
  }
}

interface FileEnd {
  readonly row: CommitRow | null
  readonly isSpoilt: boolean
}

/** The last row of one file. A row larger than what is read of the end has the whole file read. */
async function endOf({ copies, folder, name }: { readonly copies: CopyStore; readonly folder: string; readonly name: string }): Promise<FileEnd> {
  for (const part of [{ lastBytes: endBytes }, {}]) {
    const read = await copies.read({ folder, name, ...part })
    const text = read.ok ? (read.value ?? '') : ''
    const row = highestRow(text)
    if (row !== null || text === '') return { row, isSpoilt: isEndSpoilt(text) }
  }
  return { row: null, isSpoilt: true }
}

function isEndSpoilt(text: string): boolean {
  const last = text.split('\n').findLast((line) => line !== '')
  return last !== undefined && [...framedLines(last)].includes(null)
}

/** Looks at the lines that say the highest number first: where nothing is spoilt that is one. */
function highestRow(text: string): CommitRow | null {
  const numbered = text.split('\n').map((line) => ({ line, seq: Number(/"seq":(\d+)\}$/.exec(line)?.[1] ?? 0) }))
  for (const { line } of numbered.toSorted((a, b) => b.seq - a.seq)) {
    const [read] = framedLines(line)
    const row = typeof read === 'string' ? parseRow(read) : null
    if (row !== null) return row
  }
  return null
}

const noJournal: JournalRows = { rows: [], isSpoilt: false, isEndSpoilt: false, files: [], isAll: false }

/** What can be read of a journal, were it nothing. */
export async function readJournal({ rows }: Journal): Promise<JournalRows> {
  const read = await rows()
  return read.ok ? read.value : noJournal
}

/**
 * Takes the journal of a plan away, which is how a plan that was removed from this computer is told from one that was lost.
 * @returns why some of it is still there
 */
export async function removeJournal({ copies, folder }: Pick<JournalParts, 'copies' | 'folder'>): Promise<Copied<undefined>> {
  const listed = await copies.list(folder)
  if (!listed.ok) return listed
  for (const { name } of listed.value.filter((file) => isJournalFile(file.name))) {
    const removed = await copies.remove({ folder, name })
    if (!removed.ok) return removed
  }
  return { ok: true, value: undefined }
}

function linesOf(rows: readonly CommitRow[]): readonly string[] {
  return rows.map((row) => frameLine(JSON.stringify(row)))
}

function parseRow(text: string): CommitRow | null {
  const row = parseJson(text)
  return isCommitRow(row) ? row : null
}
