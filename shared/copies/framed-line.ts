import { checksumOf } from './checksum.ts'

/**
 * A line of a file that is only added to: how many UTF-16 units its text has, the checksum of the text, the text.
 * The line end in front closes what a write that was cut off may have left, so that it can't spoil this one.
 */
export function frameLine(text: string): string {
  return `\n${text.length} ${checksumOf(text)} ${text}\n`
}

/** What lines of such a file say, in their order. */
export interface FramedLines {
  readonly texts: readonly string[]
  /** How many lines don't fit their length or checksum: cut off or damaged. */
  readonly spoilt: number
}

/** Reads lines, believing none. What begins in the middle of a file counts its first line as spoilt. */
export function readFramedLines(file: string): FramedLines {
  const lines = [...framedLines(file)]
  const texts = lines.filter((text) => text !== null)
  return { texts, spoilt: lines.length - texts.length }
}

/** The same line by line, for who pauses on the way; null for each that is spoilt. */
export function* framedLines(file: string): Generator<string | null> {
  for (const line of file.split('\n')) if (line !== '') yield unframed(line)
}

function unframed(line: string): string | null {
  const [head, length, sum] = /^(\d{1,9}) ([0-9a-f]{16}) /.exec(line) ?? []
  if (head === undefined) return null
  const text = line.slice(head.length)
  return text.length === Number(length) && checksumOf(text) === sum ? text : null
}
