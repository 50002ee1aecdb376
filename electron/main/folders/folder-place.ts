import type { Stats } from 'node:fs'
import { lstat, mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { itemAtPath } from '../../../shared/share/folder/folder-path.ts'
import { type Disk, flushFolder } from '../disk.ts'
import { codeOf } from '../log.ts'
import { NotOurs } from './mail-failure.ts'

/** Throws where the folder that was chosen is gone, or something else is in its place: a link may lead anywhere. */
export async function seeRoot(root: string): Promise<void> {
  const isThere = (await realpath(root)) === root && (await lstat(root)).isDirectory()
  if (!isThere) throw Object.assign(new Error('another folder, or none'), { code: 'ENOTDIR' })
}

/** What is known of something that lies there, a link as a link; null where nothing does. */
export async function factsOf(path: string): Promise<Stats | null> {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Whether one of the inner folders is there, and is one. */
export async function hasInner(folder: string): Promise<boolean> {
  return (await factsOf(folder))?.isDirectory() === true
}

/** Where a file of the folder lies, and in which folder; throws for paths that are nothing of a share. */
export function placeOf(root: string, path: string): { readonly folder: string; readonly place: string } {
  if (itemAtPath(path) === null) throw new NotOurs()
  const [inner = '', file] = path.split('/')
  return file === undefined ? { folder: root, place: join(root, inner) } : { folder: join(root, inner), place: join(root, inner, file) }
}

/** Makes the folder of a file that is to be written, unless it is the chosen one, which nobody makes anew once it is gone. */
export async function ensureInner(options: { readonly root: string; readonly folder: string; readonly disk: Disk }): Promise<void> {
  const { root, folder, disk } = options
  if (folder === root) return
  const facts = await factsOf(folder)
  if (facts?.isDirectory() === false) throw new NotOurs()
  if (facts !== null) return
  await mkdir(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error // made by somebody else just now
  })
  await flushFolder({ folder: root, disk })
}
