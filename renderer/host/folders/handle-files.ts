import { maxFileBytes } from '../../../shared/bridge/files.ts'
import { createTurns } from '../../../shared/changes/turns.ts'
import { isAsKnown, type FolderFile, type FolderFiles } from '../../../shared/share/folder/folder-files.ts'
import { isOwnPath, itemAtPath } from '../../../shared/share/folder/folder-path.ts'
import type { Mailed } from '../../../shared/share/mailbox.ts'
import { errorName } from '../error-name.ts'
import { folderFailure, isMissing } from './folder-failure.ts'
import { filesOf, folderOf } from './folder-list.ts'
import { createPatience } from './folder-patience.ts'
import { withoutPermission } from './folder-permission.ts'
import type { FolderWatch } from './folder-watch.ts'
import { persist } from './persist.ts'
import { ChangedMeanwhile, replaceFile } from './replace-file.ts'

/**
 * A shared folder over the File System Access API. Every call asks first whether the folder may be used still, since a
 * person can take that back at any time, and then whether it is there: a stick is pulled out, a drive loses its network.
 * @param root the folder; may throw where it can't be reached
 */
export function createHandleFiles({ root, watching }: { readonly root: () => Promise<FileSystemDirectoryHandle>; readonly watching: FolderWatch }): FolderFiles {
  const inTurn = createTurns()
  const patient = createPatience()
  const reach = async <T>(work: (folder: FileSystemDirectoryHandle) => Promise<Mailed<T>>): Promise<Mailed<T>> => {
    try {
      const folder = await root()
      const reason = await withoutPermission(folder)
      if (reason !== null) return { ok: false, reason }
      try {
        const answer = await persist(() => work(folder))
        if (answer.ok) watching.begin(folder)
        return answer
      } catch (error) {
        if (error instanceof ChangedMeanwhile) return { ok: false, reason: 'changed' }
        return { ok: false, reason: (await withoutPermission(folder)) ?? ((await isThere(folder)) ? folderFailure(error) : 'unreachable') }
      }
    } catch (error) {
      return { ok: false, reason: errorName(error) === 'NotFoundError' ? 'unreachable' : folderFailure(error) }
    }
  }
  return {
    list: () => patient(() => reach(async (folder) => ({ ok: true, value: await filesOf(folder) }))),
    read(path) {
      if (itemAtPath(path) === null) return Promise.resolve({ ok: false, reason: 'failed' })
      return patient(() => reach((folder) => read(folder, path)))
    },
    write(path, text, known) {
      if (!isOwnPath(path)) return Promise.resolve({ ok: false, reason: 'failed' })
      const blob = new Blob([text])
      if (blob.size > maxFileBytes) return Promise.resolve({ ok: false, reason: 'tooLarge' })
      return patient(() => inTurn(() => reach(async (folder) => ({ ok: true, value: await write({ folder, path, blob, known }) })), path), blob.size)
    },
    watch: watching.watch,
  }
}

async function read(folder: FileSystemDirectoryHandle, path: string): Promise<Mailed<string | null>> {
  const file = await fileAt(folder, path)
  if (file === null) return (await isThere(folder)) ? { ok: true, value: null } : { ok: false, reason: 'unreachable' }
  return file.size > maxFileBytes ? { ok: false, reason: 'tooLarge' } : { ok: true, value: await file.text() }
}

async function fileAt(root: FileSystemDirectoryHandle, path: string): Promise<File | null> {
  try {
    const { folder, name } = await folderOf({ root, path, create: false })
    return await (await folder.getFileHandle(name)).getFile()
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function write(options: { readonly folder: FileSystemDirectoryHandle; readonly path: string; readonly blob: Blob; readonly known: string | null | undefined }): Promise<FolderFile> {
  const { path, blob, known } = options
  const { folder, name } = await folderOf({ root: options.folder, path, create: true })
  const mayReplace = ({ size, lastModified }: File): boolean => isAsKnown({ known, there: size > maxFileBytes ? null : { bytes: size, modified: lastModified } })
  const file = await replaceFile({ folder, name, blob, mayReplace })
  // another window may have written in between: then no list shows what is told here, and it is read
  return { path, bytes: blob.size, modified: file.size === blob.size ? file.lastModified : 0 }
}

/** Whether the folder is still where it was; what it holds doesn't matter. */
async function isThere(folder: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    await folder.keys().next()
    return true
  } catch (error) {
    return errorName(error) !== 'NotFoundError'
  }
}
