import type { CopyStore } from '../../shared/copies/copy-store.ts'

/** A line to the other windows of this computer. What arrives is `unknown`: another version may have sent it. */
export interface Channel {
  readonly post: (message: unknown) => void
  readonly close: () => void
}

/** What storage needs of the browser around it; tests pass their own. */
export interface StoragePlatform {
  /** Where the second copy of every plan is kept. */
  readonly copies: CopyStore
  /** The writer slot of this window: it tells apart what two windows add to. */
  readonly slot: number
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Keeps the files of the database as they were at the start, which turned out damaged; false where that can't be. */
  readonly keepDamaged: () => Promise<boolean>
  /** Undefined where there is none, or none that we may use: every call then answers `unavailable`. */
  readonly indexedDB: IDBFactory | undefined
  readonly IDBKeyRange: typeof IDBKeyRange | undefined
  /** Opens the channel of that name; its own messages don't come back to it. */
  readonly openChannel: (options: { readonly name: string; readonly onMessage: (message: unknown) => void }) => Channel
  readonly randomBytes: (count: number) => Uint8Array
  /** Lets the browser draw and take input before a long piece of work goes on. */
  readonly pause: () => Promise<void>
  /** Calls whenever the page is looked at again, also when it comes back whole from the history. Returns how to stop. */
  readonly onShown: (listener: () => void) => () => void
  /** A newer version of the app has taken over a database that this window had open, and can't write any more. */
  readonly onOutdated?: () => void
}

export function browserPlatform(surroundings: Pick<StoragePlatform, 'copies' | 'slot' | 'keepDamaged' | 'onOutdated'>): StoragePlatform {
  return {
    ...surroundings,
    now: Date.now,
    indexedDB: findFactory(),
    IDBKeyRange: globalThis.IDBKeyRange,
    openChannel,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    pause: () => new Promise((resume) => setTimeout(resume)),
    onShown,
  }
}

function findFactory(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined // a browser that is told to keep nothing throws as soon as it is asked
  }
}

/** Opens a line to the other windows of this computer. */
export function openChannel({ name, onMessage }: { readonly name: string; readonly onMessage: (message: unknown) => void }): Channel {
  try {
    const channel = new BroadcastChannel(name)
    channel.addEventListener('message', (event: MessageEvent<unknown>) => onMessage(event.data))
    return { post: (message) => channel.postMessage(message), close: () => channel.close() }
  } catch {
    return { post: () => {}, close: () => {} } // a window without one sees what others wrote when it is looked at again
  }
}

function onShown(listener: () => void): () => void {
  const listening = new AbortController()
  const { signal } = listening
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener(), { signal })
  window.addEventListener('pageshow', listener, { signal })
  return () => listening.abort()
}
