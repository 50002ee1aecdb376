/** A file of the browser's File System Access API that was used before, and when. */
export interface KeptHandle {
  readonly token: string
  readonly handle: FileSystemFileHandle
  readonly at: number
}

const name = 'quarterdeck-recent-files'
const table = 'files'

/** Whether this browser hands out files that can be opened again. */
export function keepsHandles(): boolean {
  return 'showOpenFilePicker' in window && 'indexedDB' in window
}

/** What was kept, in no order; nothing when the browser keeps nothing. */
export async function readHandles(): Promise<readonly KeptHandle[]> {
  const kept = await inTable('readonly', (files) => files.getAll())
  return Array.isArray(kept) ? kept.filter(isKept) : []
}

export async function putHandle(kept: KeptHandle): Promise<void> {
  await inTable('readwrite', (files) => files.put(kept))
}

export async function removeHandles(tokens: readonly string[]): Promise<void> {
  await inTable('readwrite', (files) => tokens.map((token) => files.delete(token)).at(-1))
}

/**
 * One transaction on a database of its own, which holds no plan: losing it costs nobody anything, so what the browser
 * refuses is passed over, and it is shut again at once so that it never stands in another window's way.
 */
async function inTable(mode: IDBTransactionMode, act: (files: IDBObjectStore) => IDBRequest | undefined): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  try {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(table, { keyPath: 'token' })
    opening.onerror = () => resolve(null)
    opening.onblocked = () => resolve(null)
    opening.onsuccess = () => {
      const database = opening.result
      try {
        const transaction = database.transaction(table, mode)
        const request = act(transaction.objectStore(table))
        transaction.oncomplete = () => resolve(request?.result)
        transaction.onabort = () => resolve(null)
      } catch {
        resolve(null) // a database of this name that is not ours
      } finally {
        database.close()
      }
    }
  } catch {
    resolve(null) // a browser that is told to keep nothing
  }
  return promise
}

function isKept(value: unknown): value is KeptHandle {
  if (typeof value !== 'object' || value === null) return false
  const { token, handle, at } = value as Readonly<Record<string, unknown>> // an object of anything
  return typeof token === 'string' && typeof at === 'number' && handle instanceof FileSystemFileHandle
}
