import { maxFileBytes } from '../../../shared/bridge/files.ts'
import { unseen, type FolderFile } from '../../../shared/share/folder/folder-files.ts'
import { innerFolders, itemAtPath } from '../../../shared/share/folder/folder-path.ts'
import { isMissing } from './folder-failure.ts'

/** More files than any team has computers and snapshots: a folder that holds more holds something else. */
const mostFiles = 20_000
/** Asked of the browser at once. */
const atOnce = 32

interface Entry {
  readonly path: string
  readonly handle: FileSystemFileHandle
}

/** The files of a shared folder that may be something of a share; throws where the folder itself can't be read. */
export async function filesOf(root: FileSystemDirectoryHandle): Promise<readonly FolderFile[]> {
  const entries: Entry[] = []
  for await (const [name, entry] of root) {
    if (entry.kind === 'file') add(entries, name, entry)
    else if (innerFolders.some((each) => each === name)) await addAll(entries, entry)
  }
  const files: FolderFile[] = []
  for (let at = 0; at < entries.length; at += atOnce) {
    const described = await Promise.all(entries.slice(at, at + atOnce).map(describe))
    files.push(...described.flatMap((file) => (file === null || file.bytes > maxFileBytes ? [] : [file])))
  }
  return files
}

/** The folder in which a path of `folder-path.ts` lies, and its name there. */
export async function folderOf(options: { readonly root: FileSystemDirectoryHandle; readonly path: string; readonly create: boolean }): Promise<{
  readonly folder: FileSystemDirectoryHandle
  readonly name: string
}> {
  const { root, path, create } = options
  const slash = path.indexOf('/')
  const name = path.slice(slash + 1)
  return { folder: slash < 0 ? root : await root.getDirectoryHandle(path.slice(0, slash), { create }), name }
}

async function addAll(entries: Entry[], folder: FileSystemDirectoryHandle): Promise<void> {
  try {
    for await (const [name, entry] of folder) {
      if (entries.length >= mostFiles) break
      if (entry.kind === 'file') add(entries, `${folder.name}/${name}`, entry)
    }
  } catch (error) {
    if (!isMissing(error)) throw error // else it has just gone
  }
}

function add(entries: Entry[], path: string, handle: FileSystemFileHandle): void {
  if (itemAtPath(path) !== null) entries.push({ path, handle })
}

/** How a file lies there; null for one that has just gone. */
async function describe({ path, handle }: Entry): Promise<FolderFile | null> {
  try {
    const { size, lastModified } = await handle.getFile()
    return { path, bytes: size, modified: lastModified }
  } catch (error) {
    return isMissing(error) ? null : unseen(path)
  }
}
