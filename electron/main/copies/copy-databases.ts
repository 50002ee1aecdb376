import { constants } from 'node:fs'
import { copyFile, link, lstat, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../log.ts'

/** The most that is looked at before a window opens; it takes what comes first. */
export interface Bounds {
  readonly files: number
  /** Of what is copied; what is linked takes no room. */
  readonly bytes: number
  readonly milliseconds: number
}

export interface CopiedDatabases {
  readonly linked: number
  readonly copied: number
  /** Files that could not be read, as on a disk with bad blocks. */
  readonly failed: number
  /** Whether everything was looked at within the bounds. */
  readonly all: boolean
}

/**
 * Copies the folder of a browser's databases as it lies there, whatever is in it. Files that are written once and then
 * only removed (LevelDB's tables, and values kept as files of their own) are linked, which takes no room and no time;
 * what is written to in place is copied, by the file system itself where it can. One file that fails fails no other.
 */
export async function copyDatabases(options: { readonly from: string; readonly to: string; readonly bounds: Bounds }): Promise<CopiedDatabases> {
  const { from, to, bounds } = options
  const until = performance.now() + bounds.milliseconds
  const entries = (await readdir(from, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()) // follows no link
  const counts = { linked: 0, copied: 0, failed: 0 }
  let bytes = 0
  for (const [at, entry] of entries.entries()) {
    if (at >= bounds.files || bytes > bounds.bytes || performance.now() > until) return { ...counts, all: false }
    const source = join(entry.parentPath, entry.name)
    const target = join(to, source.slice(from.length))
    try {
      await mkdir(dirname(target), { recursive: true })
      if (isWrittenOnce(source) && (await linked({ source, target }))) counts.linked++
      else {
        bytes += (await lstat(source)).size
        if (bytes > bounds.bytes) continue
        await copyFile(source, target, constants.COPYFILE_FICLONE)
        counts.copied++
      }
    } catch {
      counts.failed++
    }
  }
  return { ...counts, all: bytes <= bounds.bytes }
}

function isWrittenOnce(path: string): boolean {
  return path.endsWith('.ldb') || /\.indexeddb\.blob[/\\]/.test(path)
}

/** Some file systems have no links, and some files too many. */
async function linked(options: { readonly source: string; readonly target: string }): Promise<boolean> {
  try {
    await link(options.source, options.target)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw error
    return false
  }
}
