/** A file or folder of the browser's File System Access API that was used before, and when. */
export interface KeptHandle<H extends FileSystemHandle> {
  readonly token: string
  readonly handle: H
  readonly at: number
}

export interface HandleStore<H extends FileSystemHandle> {
  /** What was kept, in no order; nothing when the browser keeps nothing. */
  readonly read: () => Promise<readonly KeptHandle<H>[]>
  readonly put: (kept: KeptHandle<H>) => Promise<void>
  readonly remove: (tokens: readonly string[]) => Promise<void>
}

/**
 * Keeps handles in a database of its own, which holds no plan: losing it costs a person one more question, so what the
 * browser refuses is passed over, and it is shut again at once so that it never stands in another window's way.
 * @param isHandle whether what is found there is what was put there
 */
export function createHandleStore<H extends FileSystemHandle>(options: {
  readonly database: string
  readonly table: string
  readonly isHandle: (value: unknown) => value is H
}): HandleStore<H> {
  const inTable = inTableOf(options)
  const isKept = (value: unknown): value is KeptHandle<H> => {
    if (typeof value !== 'object' || value === null) return false
    const { token, handle, at } = value as Readonly<Record<string, unknown>> // an object of anything
    return typeof token === 'string' && typeof at === 'number' && options.isHandle(handle)
  }
  return {
    async read() {
      const kept = await inTable('readonly', (handles) => handles.getAll())
      return Array.isArray(kept) ? kept.filter(isKept) : []
    },
    async put(kept) {
      await inTable('readwrite', (handles) => handles.put(kept))
    },
    async remove(tokens) {
      await inTable('readwrite', (handles) => tokens.map((token) => handles.delete(token)).at(-1))
    },
  }
}

type InTable = (mode: IDBTransactionMode, act: (handles: IDBObjectStore) => IDBRequest | undefined) => Promise<unknown>

/** One transaction each. */
function inTableOf({ database: name, table }: { readonly database: string; readonly table: string }): InTable {
  return (mode, act) => {
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
}
