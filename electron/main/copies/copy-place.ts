import type { Stats } from 'node:fs'
import { lstat, mkdir, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isCopyFolder, isCopyName } from '../../../shared/copies/copy-name.ts'
import type { CopyPlace } from '../../../shared/copies/copy-store.ts'
import { type Disk, flushFolder } from '../disk.ts'
import { codeOf, log } from '../log.ts'

/** Thrown where something lies in the place of a file or folder of copies that is none: nothing is followed or opened. */
class NoCopy extends Error {
  override readonly name = 'NoCopy'
}

/** The folder with this name below `root`; throws for a name that is none of copies. */
export function folderPath(root: string, folder: string): string {
  if (!isCopyFolder(folder)) throw new NoCopy()
  return join(root, folder)
}

/** The file with this name below `root`; throws for names that are none of copies. */
export function filePath(root: string, place: CopyPlace): string {
  if (!isCopyName(place.name)) throw new NoCopy()
  return join(folderPath(root, place.folder), place.name)
}

/** What is known of a folder of copies; null where there is none. A link, which may lead anywhere, is none and throws. */
export async function folderThere(path: string): Promise<Stats | null> {
  const facts = await factsOf(path)
  if (facts?.isDirectory() === false) throw new NoCopy()
  return facts
}

/** What is known of a file of copies; null where there is none. A link, a pipe, a device throw, and so does one in a folder that is a link. */
export async function fileThere(path: string): Promise<Stats | null> {
  if ((await folderThere(dirname(path))) === null) return null
  const facts = await factsOf(path)
  if (facts?.isFile() === false) throw new NoCopy()
  return facts
}

/** Makes the folder of a file that is to be written, so that it survives a power cut; one that might not is removed again, for the next to make. */
export async function ensureFolder(options: { readonly path: string; readonly disk: Disk }): Promise<void> {
  const folder = dirname(options.path)
  if ((await folderThere(folder)) !== null) return
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return // made by somebody else just now
  const made = first === folder ? [folder] : [folder, first]
  try {
    for (const each of made) await flushFolder({ folder: dirname(each), disk: options.disk })
  } catch (error) {
    for (const each of made) await rmdir(each).catch((failed: unknown) => log('folder not removed', { code: codeOf(failed) })) // empty ones only
    throw error
  }
}

async function factsOf(path: string): Promise<Stats | null> {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
