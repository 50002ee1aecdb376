import { isObject } from './json-value.ts'
import type { FileAuthor } from './plan-file.ts'

/** Who wrote a file, as far as it says so. */
export function readAuthor(by: unknown): FileAuthor {
  const author = isObject(by) ? by : {}
  return { replica: readName(author['replica']), name: readName(author['name']) }
}

/** A few words from outside, cut where they are too many; empty where the value is no text. */
export function readName(value: unknown): string {
  return typeof value === 'string' && value.isWellFormed() ? value.slice(0, 200).toWellFormed() : ''
}
