import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createTurns } from '../../../shared/changes/turns.ts'
import { isBackupName, isOverCopyLimit, mayRemoveBackup } from '../../../shared/copies/copy-limits.ts'
import { isCopyFolder, isCopyName } from '../../../shared/copies/copy-name.ts'
import type { Copied, CopyFailure, CopyFile, CopyPlace, CopyStore } from '../../../shared/copies/copy-store.ts'
import { saveAtomically } from '../atomic-save.ts'
import { type Disk, failureOf, realDisk } from '../disk.ts'
import { codeOf, log } from '../log.ts'
import { appendFlushed } from './append-flushed.ts'
import { ensureFolder, filePath, fileThere, folderPath, folderThere } from './copy-place.ts'
import { readCopy } from './read-copy.ts'

/** What a call comes to: what it says, or why it was refused. */
const done: Copied<undefined> = { ok: true, value: undefined }
const refused = (reason: CopyFailure): Copied<never> => ({ ok: false, reason })

/**
 * The copies of plans as files below `root`, for all windows. Whatever a page asks for, it reaches nothing outside of
 * that folder, and can't take away the last backups of a plan.
 */
export function createDiskCopies(options: { readonly root: string; readonly disk?: Disk }): CopyStore {
  const { root, disk = realDisk } = options
  const inTurn = createTurns()
  /** Backups of a folder take turns together, since each is removed by how many there are. */
  const change = (place: CopyPlace, work: (path: string) => Promise<Copied<undefined>>): Promise<Copied<undefined>> =>
    inTurn(() => attempt('change', () => work(filePath(root, place))), `${place.folder}/${isBackupName(place.name) ? 'backup-' : place.name}`)

  return {
    folders: () => attempt('folders', async () => ({ ok: true, value: await foldersIn(root) })),
    list: (folder) => attempt('list', async () => ({ ok: true, value: await filesIn(folderPath(root, folder)) })),
    read: (place) =>
      attempt('read', async () => {
        const path = filePath(root, place)
        return { ok: true, value: (await fileThere(path)) === null ? null : await readCopy({ path, lastBytes: place.lastBytes }) }
      }),
    append: ({ text, ...place }) =>
      change(place, async (path) => {
        if (isOverCopyLimit(text)) return refused('failed')
        await ensureFolder({ path, disk })
        const there = await fileThere(path)
        if (there !== null && isBackupName(place.name)) return refused('denied')
        await appendFlushed({ path, there, text, disk })
        return done
      }),
    write: ({ text, ...place }) =>
      change(place, async (path) => {
        if (isOverCopyLimit(text)) return refused('failed')
        await ensureFolder({ path, disk })
        const there = await fileThere(path)
        if (there !== null && isBackupName(place.name)) return (await isWritten({ path, size: there.size, text })) ? done : refused('denied')
        const saved = await saveAtomically({ path, text, disk })
        return saved.ok ? done : refused(saved.reason)
      }),
    remove: (place) =>
      change(place, async (path) => {
        if ((await fileThere(path)) === null) return done
        if (isBackupName(place.name) && !mayRemoveBackup((await filesIn(dirname(path))).map(({ name }) => name))) return refused('denied')
        await rm(path, { force: true })
        return done
      }),
  }
}

async function attempt<T>(call: string, work: () => Promise<Copied<T>>): Promise<Copied<T>> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    log('copies refused', { call, code })
    return refused(failureOf(code))
  }
}

async function foldersIn(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [] // nothing was ever written
    throw error
  })
  return entries.filter((entry) => entry.isDirectory() && isCopyFolder(entry.name)).map(({ name }) => name)
}

async function filesIn(folder: string): Promise<readonly CopyFile[]> {
  if ((await folderThere(folder)) === null) return []
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile() && isCopyName(entry.name)).map(({ name }) => name)
  const files = await Promise.all(names.map(async (name) => ({ name, there: await fileThere(join(folder, name)) })))
  return files.flatMap(({ name, there }) => (there === null ? [] : [{ name, size: there.size }])) // null: just removed
}

async function isWritten(options: { readonly path: string; readonly size: number; readonly text: string }): Promise<boolean> {
  return options.size === Buffer.byteLength(options.text) && (await readCopy({ path: options.path, lastBytes: undefined })) === options.text
}
