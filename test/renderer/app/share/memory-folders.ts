import { isAsKnown, type FolderFile, type FolderFiles } from '../../../../shared/share/folder/folder-files.ts'
import type { SharedFolders } from '../../../../renderer/host/share-places.ts'

/** A folder that several computers see, in memory. */
export interface MemoryFolder {
  readonly name: string
  readonly files: Map<string, { readonly text: string; readonly modified: number }>
  readonly listeners: Set<() => void>
  /** Told of each file that is about to be written. */
  onWrite: (path: string, text: string) => Promise<void>
  /** Told of each file that is read. */
  onRead: (path: string) => void
  /** While it is set nothing can be reached. */
  isOut: boolean
  writes: number
}

export function createMemoryFolder(name: string): MemoryFolder {
  return { name, files: new Map(), listeners: new Set(), onWrite: () => Promise.resolve(), onRead: () => undefined, isOut: false, writes: 0 }
}

/** One computer's access to folders; what its person chooses next is told beforehand. */
export interface MemoryFolders extends SharedFolders {
  next: MemoryFolder | null
  readonly known: ReadonlyMap<string, MemoryFolder>
}

export function createMemoryFolders(): MemoryFolders {
  const known = new Map<string, MemoryFolder>()
  const folders: MemoryFolders = {
    isAvailable: true,
    next: null,
    known,
    choose: async () => {
      if (folders.next === null) return null
      const token = `token${known.size}`
      known.set(token, folders.next)
      return { token, name: folders.next.name }
    },
    takeDropped: () => Promise.resolve(null),
    open: async (token) => {
      const folder = known.get(token)
      return folder === undefined ? null : filesOf(folder)
    },
    allow: async (token) => known.has(token),
    isSame: async (token, other) => known.has(token) && known.get(token) === known.get(other),
    forget: async (token) => void known.delete(token),
  }
  return folders
}

function filesOf(folder: MemoryFolder): FolderFiles {
  const fileAt = (path: string, { text, modified }: { readonly text: string; readonly modified: number }): FolderFile => ({ path, bytes: Buffer.byteLength(text), modified })
  const reach = async <T>(work: () => T): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: 'unreachable' }> => (folder.isOut ? { ok: false, reason: 'unreachable' } : { ok: true, value: work() })
  return {
    list: () => reach(() => [...folder.files].map(([path, file]) => fileAt(path, file))),
    read: (path) => {
      folder.onRead(path)
      return reach(() => folder.files.get(path)?.text ?? null)
    },
    write: async (path, text, known) => {
      await folder.onWrite(path, text)
      const there = folder.files.get(path)
      if (!isAsKnown({ known, there: there === undefined ? null : fileAt(path, there) })) return { ok: false, reason: 'changed' }
      return reach(() => {
        folder.writes += 1
        const file = { text, modified: 1_543_000_000_000 + folder.writes }
        folder.files.set(path, file)
        for (const listener of folder.listeners) queueMicrotask(listener)
        return fileAt(path, file)
      })
    },
    watch: (listener) => {
      folder.listeners.add(listener)
      return () => void folder.listeners.delete(listener)
    },
  }
}
