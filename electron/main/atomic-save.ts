import { randomUUID } from 'node:crypto'
import { access, constants, open, realpath, rename as renameFile, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf, log } from './log.ts'
import { leftoverName, sweepLeftovers } from './leftovers.ts'

export type SaveOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'denied' | 'full' | 'failed' }

/** What is asked of the file system and may be refused for a moment; a test passes one that is. */
export interface Renaming {
  readonly rename: (from: string, to: string) => Promise<void>
  readonly pause: (milliseconds: number) => Promise<unknown>
}

/** Virus scanners and indexers on Windows hold a file for a moment after it was written; then the rename is refused. */
const passing: readonly string[] = ['EPERM', 'EBUSY', 'EACCES']
const pauses = [10, 30, 100, 300, 900] as const

/**
 * Writes a file whole or not at all: beside it, flushed to the disk, renamed over it, and the folder flushed too. A
 * process killed at any point leaves the old file or the new one, and at worst a leftover that a later save sweeps.
 * A link is followed, so that the file it points to is replaced and not the link.
 */
export async function saveAtomically(options: {
  readonly path: string
  readonly text: string
  readonly renaming?: Renaming
}): Promise<SaveOutcome> {
  const renaming = options.renaming ?? { rename: renameFile, pause: wait }
  try {
    const target = await targetOf(options.path)
    const folder = dirname(target.path)
    await sweepLeftovers({ folder })
    const beside = join(folder, leftoverName(randomUUID()))
    try {
      await writeFlushed({ path: beside, text: options.text, mode: target.mode })
      await renameWithPatience({ from: beside, to: target.path, renaming })
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
    await flushFolder(folder)
    return { ok: true }
  } catch (error) {
    const code = codeOf(error)
    log('file not written', { code })
    return { ok: false, reason: reasonOf(code) }
  }
}

async function targetOf(path: string): Promise<{ readonly path: string; readonly mode: number }> {
  const real = await realpath(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (real === null) return { path: join(await realpath(dirname(path)), basename(path)), mode: 0o666 }
  // Renaming over a file asks only for the folder's consent; a file that says it is read-only means it.
  await access(real, constants.W_OK)
  return { path: real, mode: (await stat(real)).mode & 0o777 }
}

async function writeFlushed(options: { readonly path: string; readonly text: string; readonly mode: number }): Promise<void> {
  await using file = await open(options.path, 'wx', options.mode)
  await file.writeFile(options.text, 'utf8')
  await file.sync()
}

async function renameWithPatience(options: {
  readonly from: string
  readonly to: string
  readonly renaming: Renaming
}): Promise<void> {
  for (const pause of pauses) {
    try {
      return await options.renaming.rename(options.from, options.to)
    } catch (error) {
      if (!passing.includes(codeOf(error))) throw error
      await options.renaming.pause(pause)
    }
  }
  await options.renaming.rename(options.from, options.to)
}

/** Makes the rename itself survive a power cut. Windows has no such thing for folders, and some network drives refuse. */
async function flushFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, 'r')
    await handle.sync()
  } catch (error) {
    log('folder not flushed', { code: codeOf(error) })
  }
}

function reasonOf(code: string): 'denied' | 'full' | 'failed' {
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'denied'
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ? 'full' : 'failed'
}
