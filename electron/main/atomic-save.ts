import { randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import { access, constants, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Disk, failureOf, type FileFailure, flushFolder, realDisk, writeFlushed } from './disk.ts'
import { codeOf, log } from './log.ts'
import { leftoverName, sweepLeftovers } from './leftovers.ts'

export type SaveOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: FileFailure }

/** Virus scanners and indexers on Windows hold a file for a moment after it was written; then the rename is refused. */
const passing: readonly string[] = ['EPERM', 'EBUSY', 'EACCES']
const pauses = [10, 20, 30, 50, 80, 130, 210, 340, 550, 890] as const

/**
 * Writes a file whole or not at all: beside it, flushed to the disk, renamed over it, and the folder flushed too. A
 * process killed at any point leaves the old file or the new one, and at worst a leftover that a later save sweeps.
 * A link is followed, so that the file it points to is replaced and not the link. What failed has left the old file;
 * where only the folder could not be flushed, the new one is there, and might not be after a power cut.
 */
export async function saveAtomically(options: {
  readonly path: string
  readonly text: string
  readonly disk?: Disk
}): Promise<SaveOutcome> {
  try {
    await replaceFile({ target: await targetOf(options.path), text: options.text, disk: options.disk ?? realDisk })
    return { ok: true }
  } catch (error) {
    const code = codeOf(error)
    log('file not written', { code })
    return { ok: false, reason: failureOf(code) }
  }
}

/** A file that is to be written, and with which rights. */
export interface Target {
  readonly path: string
  readonly mode: number
}

/**
 * The same, where a link is replaced like a file; throws what the system says.
 * @param options `lookAgain` is asked right before what lies there is replaced, and throws where it must not be
 * @returns what the system knew of the file before it took its place
 */
export async function replaceFile(options: Replacement): Promise<Stats> {
  const { target, disk } = options
  const folder = dirname(target.path)
  await sweepLeftovers({ folder })
  const beside = join(folder, leftoverName(randomUUID()))
  const facts = await writeAndTakePlace({ ...options, beside }).catch(async (error: unknown) => {
    await removeBeside(beside)
    throw error
  })
  await flushFolder({ folder, disk })
  return facts
}

interface Replacement {
  readonly target: Target
  readonly text: string
  readonly disk: Disk
  readonly lookAgain?: () => Promise<void>
}

async function writeAndTakePlace(options: Replacement & { readonly beside: string }): Promise<Stats> {
  const { beside, target, text, disk, lookAgain } = options
  const facts = await writeBeside({ path: beside, text, mode: target.mode, disk })
  await renameWithPatience({ from: beside, to: target.path, disk, lookAgain })
  return facts
}

async function targetOf(path: string): Promise<Target> {
  const real = await realpath(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  return real === null ? { path: join(await realpath(dirname(path)), basename(path)), mode: newFileMode } : { path: real, mode: await modeOf(real) }
}

/** What the system takes away from it by itself it takes away. */
export const newFileMode = 0o666

/** The rights of a file that is to be replaced: renaming over it asks only for the folder's consent, but one that says it is read-only means it. */
export async function modeOf(path: string): Promise<number> {
  await access(path, constants.W_OK)
  return (await stat(path)).mode & 0o777
}

async function writeBeside(options: { readonly path: string; readonly text: string; readonly mode: number; readonly disk: Disk }): Promise<Stats> {
  await using file = await options.disk.open(options.path, 'wx', options.mode)
  await writeFlushed({ file, text: options.text })
  return file.stat()
}

/** On a disk that refuses everything this fails too; what is told is why the file was not written. */
async function removeBeside(path: string): Promise<void> {
  await rm(path, { force: true }).catch((error: unknown) => log('leftover not removed', { code: codeOf(error) }))
}

async function renameWithPatience(options: { readonly from: string; readonly to: string; readonly disk: Disk; readonly lookAgain: (() => Promise<void>) | undefined }): Promise<void> {
  const rename = async (): Promise<void> => {
    await options.lookAgain?.()
    await options.disk.rename(options.from, options.to)
  }
  for (const pause of pauses) {
    try {
      return await rename()
    } catch (error) {
      if (!passing.includes(codeOf(error))) throw error
      await options.disk.pause(pause)
    }
  }
  await rename()
}
