/** A `FileSystemObserver`, which TypeScript does not declare, and of the browsers only Chromium has. */
interface Observer {
  readonly observe: (folder: FileSystemDirectoryHandle, options: { readonly recursive: true }) => Promise<void>
  readonly disconnect: () => void
}

interface Seen {
  readonly type: string
  readonly relativePathComponents: readonly string[]
}

type ObserverClass = new (callback: (seen: readonly Seen[]) => void) => Observer

export interface FolderWatch {
  readonly watch: (listener: () => void) => () => void
  /** Begins where somebody listens and nothing watches yet: call whenever the folder was found to be there and allowed. */
  readonly begin: (folder: FileSystemDirectoryHandle) => void
  /** Tells who listens that it may be worth to look. */
  readonly tell: () => void
}

/** What a browser writes beside a file until it replaces it. */
export const swapEnding = '.crswap'

/** Tells of changes in a folder where the browser can see them; elsewhere of none, and who listens looks now and then. */
export function createFolderWatch(): FolderWatch {
  const listeners = new Set<() => void>()
  let observer: Observer | null = null
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const end = (): void => {
    observer?.disconnect()
    observer = null
  }
  const see = (seen: readonly Seen[]): void => {
    if (seen.some(({ type }) => type === 'errored')) end() // the folder has gone: begun again once it is back
    if (seen.some(({ relativePathComponents: path }) => path.at(-1)?.endsWith(swapEnding) !== true)) tell()
  }
  return {
    watch(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) end()
      }
    },
    begin(folder) {
      const { FileSystemObserver: Watching } = globalThis as { readonly FileSystemObserver?: ObserverClass }
      if (Watching === undefined || observer !== null || listeners.size === 0) return
      const begun = new Watching(see)
      observer = begun
      begun.observe(folder, { recursive: true }).catch(() => {
        if (observer === begun) end()
      })
    },
    tell,
  }
}
