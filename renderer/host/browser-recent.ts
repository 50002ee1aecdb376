import { mostRecent, type RecentFile } from '../../shared/bridge/recent.ts'
import { createTurns } from '../../shared/changes/turns.ts'
import { createHandleStore, type KeptHandle } from './handle-store.ts'
import { newFileToken, readHandle } from './read-file.ts'
import type { Recent } from './recent.ts'

/** What TypeScript does not declare of it: the permission to read, which ends with the tab and is then asked for again. */
interface Permitting {
  readonly requestPermission?: (options: { readonly mode: 'read' }) => Promise<PermissionState>
}

export interface BrowserRecent extends Recent {
  /** A file was opened or saved: it stands first from now on. */
  add(handle: FileSystemFileHandle): Promise<void>
}

/** Whether this browser hands out files that can be opened again. */
const keepsHandles = (): boolean => 'showOpenFilePicker' in window && 'indexedDB' in window

/**
 * The recent files of a browser: it keeps the files themselves, as handles, and says no folder and no path of any. One
 * call has its turn after the other: nobody waits for a file to be added, so the next call must not miss it, and two
 * that are added at once would each find the list without the other.
 */
export function createBrowserRecent(): BrowserRecent {
  const store = createHandleStore({
    database: 'quarterdeck-recent-files',
    table: 'files',
    isHandle: (value) => value instanceof FileSystemFileHandle,
  })
  const listeners = new Set<() => void>()
  const missing = new Set<string>()
  const inTurn = createTurns()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const latest = async (): Promise<readonly KeptHandle<FileSystemFileHandle>[]> => (keepsHandles() ? (await store.read()).toSorted((a, b) => b.at - a.at) : [])
  return {
    add: (handle) =>
      inTurn(async () => {
        if (!keepsHandles()) return
        const kept = await latest()
        const same = await Promise.all(kept.map((each) => each.handle.isSameEntry(handle)))
        const others = kept.filter((_each, at) => same[at] !== true)
        const gone = [...kept.filter((_each, at) => same[at] === true), ...others.slice(mostRecent - 1)]
        await store.put({ token: newFileToken(), handle, at: Date.now() })
        if (gone.length > 0) await store.remove(gone.map(({ token }) => token))
        changed()
      }),
    list: async () => (await inTurn(latest)).map(({ token, handle, at }): RecentFile => ({ token, name: handle.name, folder: '', at, isMissing: missing.has(token) })),
    async open(token) {
      const kept = (await inTurn(latest)).find((each) => each.token === token)
      if (kept === undefined) return null
      const { handle } = kept
      const permission = await (handle as Permitting).requestPermission?.({ mode: 'read' }).catch(() => 'denied' as const)
      if (permission !== undefined && permission !== 'granted') return null
      const opened = await readHandle(handle)
      if (opened.ok) {
        missing.delete(token)
        await inTurn(async () => {
          // it may have been forgotten while the person was asked
          if ((await store.read()).some((each) => each.token === token)) await store.put({ ...kept, at: Date.now() })
        })
      } else if (opened.reason === 'missing') missing.add(token)
      changed()
      return opened
    },
    forget: (token) =>
      inTurn(async () => {
        await store.remove(token === null ? (await store.read()).map((each) => each.token) : [token])
        changed()
      }),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
