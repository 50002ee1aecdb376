import { quoted, type FileProblem } from './problem.ts'

export interface CheckFormat {
  readonly raw: Readonly<Record<string, unknown>>
  /** What a file of ours says of itself, and the version this app writes. */
  readonly format: string
  readonly version: number
  /** What it should be, for the message: `a plan file`. */
  readonly what: string
}

/** What is wrong with a file that isn't of this format, or that a newer major version has written; else null. */
export function checkFormat({ raw, format, version: ours, what }: CheckFormat): FileProblem | null {
  if (raw['format'] !== format) return { where: 'format', what: `${quoted(raw['format'])} is not "${format}": this is not ${what}` }
  const version = raw['version']
  if (typeof version !== 'number' || !(version >= 1)) return { where: 'version', what: `${quoted(version)} is not a version` }
  return isNewer(raw, ours) ? { where: 'version', what: `${version} is newer than this app understands (${Math.floor(ours)}); a newer Quarterdeck wrote the file` } : null
}

/** Whether a newer major version than ours has written a file. */
export function isNewer(raw: Readonly<Record<string, unknown>>, ours: number): boolean {
  return typeof raw['version'] === 'number' && Math.floor(raw['version']) > Math.floor(ours)
}
