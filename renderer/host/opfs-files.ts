import { isBackupName, isOverCopyLimit, mayRemoveBackup } from '../../shared/copies/copy-limits.ts'
import { isCopyFolder, isCopyName } from '../../shared/copies/copy-name.ts'
import type { Copied, CopyFailure, CopyFile, CopyPlace, CopyStore } from '../../shared/copies/copy-store.ts'
import { errorName } from './error-name.ts'
import { type OpenFile, type OpfsFile, orNull, put, removeFrom, textOf } from './opfs-file.ts'

/** What the files stand on; tests pass their own. */
export interface OpfsPlatform {
  /** The origin private file system; throws where the browser has none. */
  readonly root: () => Promise<FileSystemDirectoryHandle>
  readonly locks: Pick<LockManager, 'request'>
  /** A name no other window takes at the same time. */
  readonly drawName: () => string
  readonly wait: (ms: number) => Promise<void>
}

const rootName = 'copies'
/** In front of the name of a file that is being written: `copy-name.ts` has no name that begins so. */
const unfinished = '~'
const writing = 'quarterdeck-copies-writing'
/** What another window holds it holds for some milliseconds only. */
const waits: readonly number[] = [2, 5, 10, 20, 40, 80, 160, 320]
const passing: readonly string[] = ['NoModificationAllowedError', 'NotReadableError', 'NotFoundError']
const failures: Readonly<Record<string, CopyFailure>> = { QuotaExceededError: 'full', NotAllowedError: 'denied', SecurityError: 'unavailable', NotSupportedError: 'unavailable' }

/**
 * The second copy in the origin private file system. Works in a dedicated worker only: nowhere else can a browser flush.
 * A file is opened anew for each call, so that no window keeps another from it.
 */
export function createOpfsFiles({ root, locks, drawName, wait }: OpfsPlatform): CopyStore {
  let opened: Promise<FileSystemDirectoryHandle> | null = null
  const open = async (): Promise<FileSystemDirectoryHandle> => {
    const copies = await (await root()).getDirectoryHandle(rootName, { create: true })
    await sweep({ copies, locks })
    return copies
  }
  const folderOf = async (folder: string, create: boolean): Promise<FileSystemDirectoryHandle> => (await (opened ??= open())).getDirectoryHandle(folder, { create })
  const fileOf = async ({ folder, name }: CopyPlace, create: boolean): Promise<OpfsFile> => {
    const file = await (await folderOf(folder, create)).getFileHandle(name, { create })
    return file as OpfsFile // `root` has seen that it is one
  }
  /** Answers instead of throwing, and begins anew after a failure: what was opened may have been cleared away. */
  const answer = async <T>(isOurs: boolean, work: () => Promise<T>): Promise<Copied<T>> => {
    if (!isOurs) return { ok: false, reason: 'failed' }
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      opened = null
      return { ok: false, reason: failures[errorName(error)] ?? 'failed' }
    }
  }
  /** Tries again while another window is at the same file or folder. */
  const persist = async <T>(work: () => Promise<T>): Promise<T> => {
    for (const ms of waits) {
      try {
        return await work()
      } catch (error) {
        if (!passing.includes(errorName(error))) throw error
        opened = null // a folder may have gone with its last file, or all with a person who clears what sites keep
        await wait(ms)
      }
    }
    return work()
  }
  const openFile = async (place: CopyPlace): Promise<OpenFile> => persist(async () => (await fileOf(place, true)).createSyncAccessHandle())
  const textAt = (place: CopyPlace, lastBytes?: number): Promise<string | null> =>
    persist(async () => {
      const handle = await orNull(fileOf(place, false))
      return handle === null ? null : textOf({ handle, lastBytes })
    })
  /** Whole or not at all: under another name first, which only a flushed file gives up for its own. */
  const replace = async ({ folder, name, text }: CopyPlace & { readonly text: string }): Promise<undefined> => {
    const temporary = { folder, name: unfinished + drawName() }
    try {
      put({ file: await openFile(temporary), text, at: 0 })
      const written = await fileOf(temporary, false)
      await persist(() => written.move(name))
    } catch (error) {
      await removeFrom(await orNull(folderOf(folder, false)), temporary.name).catch(() => undefined) // else a later start sweeps it
      throw error
    }
  }
  const filesIn = async (folder: string): Promise<readonly CopyFile[]> => {
    const files: CopyFile[] = []
    for await (const [name, entry] of (await orNull(folderOf(folder, false))) ?? []) {
      if (entry.kind !== 'file' || !isCopyName(name)) continue
      const file = await orNull(entry.getFile()) // another window may just have removed it
      if (file !== null) files.push({ name, size: file.size })
    }
    return files
  }

  return {
    folders: () =>
      answer(true, async () => {
        const names: string[] = []
        for await (const [name, entry] of await (opened ??= open())) if (entry.kind === 'directory' && isCopyFolder(name)) names.push(name)
        return names
      }),
    list: (folder) => answer(isCopyFolder(folder), () => filesIn(folder)),
    read: ({ lastBytes, ...place }) => answer(isPlace(place), () => textAt(place, lastBytes)),
    append: ({ text, ...place }) =>
      answer(isPlace(place) && !isOverCopyLimit(text), async (): Promise<undefined> => {
        if (isBackupName(place.name) && text !== '' && (await textAt(place)) !== null) throw denied()
        const file = await openFile(place)
        put({ file, text, at: file.getSize() })
      }),
    write: ({ text, ...place }) =>
      answer(isPlace(place) && !isOverCopyLimit(text), async (): Promise<undefined> => {
        const there = isBackupName(place.name) ? await textAt(place) : null
        if (there !== null && there !== text) throw denied()
        if (there === null) await locks.request(writing, { mode: 'shared' }, () => replace({ ...place, text }))
      }),
    remove: (place) =>
      answer(isPlace(place), async (): Promise<undefined> => {
        const names = isBackupName(place.name) ? (await filesIn(place.folder)).map(({ name }) => name) : []
        if (names.includes(place.name) && !mayRemoveBackup(names)) throw denied()
        await persist(async () => removeFrom(await orNull(folderOf(place.folder, false)), place.name))
        await (await (opened ??= open())).removeEntry(place.folder).catch(() => undefined) // goes with its last file
      }),
  }
}

function isPlace({ folder, name }: CopyPlace): boolean {
  return isCopyFolder(folder) && isCopyName(name)
}

function denied(): DOMException {
  return new DOMException('a backup stays as it is', 'NotAllowedError')
}

/** Removes what writes that were killed have left; where another window is writing, a later start does. */
async function sweep({ copies, locks }: { readonly copies: FileSystemDirectoryHandle; readonly locks: Pick<LockManager, 'request'> }): Promise<void> {
  await locks.request(writing, { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    for await (const folder of copies.values()) {
      if (folder.kind !== 'directory') continue
      for await (const name of folder.keys()) if (name.startsWith(unfinished)) await removeFrom(folder, name).catch(() => undefined)
    }
  })
}
