import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogSink } from './log.ts'

/** What is asked of the file system; a test passes one that refuses. */
export interface LogDisk {
  readonly append: (path: string, text: string) => void
  readonly rename: (from: string, to: string) => void
}

const disk: LogDisk = { append: (path, text) => appendFileSync(path, text, { mode: 0o600 }), rename: renameSync }

/** The longest line; what is longer is a mistake of ours, and is cut. */
const longest = 4096

/**
 * A log in files of a bounded size and number: `quarterdeck.log`, and `quarterdeck.1.log` the one before. It is written
 * at once, so that the last line before a crash is there, and a line that the disk refuses is lost without a word:
 * nobody is kept from working by it. How many were lost is the first thing said when there is room again.
 */
export function createLogFile(options: { readonly folder: string; readonly bytes?: number; readonly files?: number; readonly disk?: LogDisk }): LogSink {
  const { folder, bytes = 512 * 1024, files = 4 } = options
  const { append, rename } = options.disk ?? disk
  const path = (age: number): string => join(folder, age === 0 ? 'quarterdeck.log' : `quarterdeck.${age}.log`)
  let size: number | null = null
  let lost = 0

  /** How large the file to write to is afterwards. Where another program holds it, it may grow to twice its size first. */
  const turned = (before: number): number => {
    try {
      rmSync(path(files - 1), { force: true })
      for (let age = files - 2; age >= 0; age -= 1) {
        if (sizeOf(path(age)) !== null) rename(path(age), path(age + 1))
      }
      return 0
    } catch (error) {
      if (before < 2 * bytes) return before
      throw error
    }
  }

  return (line) => {
    // on a line of its own: of the first that was lost the disk may have taken a part
    const said = lost === 0 ? '' : `\n${JSON.stringify({ event: 'log lines lost', count: lost })}\n`
    const text = `${said}${line.slice(0, longest)}\n`
    const length = Buffer.byteLength(text)
    try {
      if (size === null) {
        mkdirSync(folder, { recursive: true })
        size = sizeOf(path(0)) ?? 0
      }
      if (size > 0 && size + length > bytes) size = turned(size)
      append(path(0), text)
      size += length
      lost = 0
    } catch {
      lost += 1
      size = null // what is there now is looked at anew: it may hold half a line, or be gone
    }
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null
}
