import { Dexie } from 'dexie'
import { done, failureOf } from './failure.ts'
import { onlyVersion } from './only-version.ts'
import { createPatience } from './patience.ts'
import type { StoragePlatform } from './platform.ts'
import type { StorageFailure, Stored } from './storage.ts'

/** Says what one version of a database holds, and how it comes about from the one before. */
export type DatabaseVersion = (database: Dexie) => void

export interface DatabaseOptions {
  readonly name: string
  /** In order: version 1 first. Tests leave out the latest to have a database of an older app. */
  readonly versions: readonly DatabaseVersion[]
  /** The stores of the first version, which every later one has too. */
  readonly stores: readonly string[]
  readonly platform: StoragePlatform
}

/** One IndexedDB database, opened when it is first used and again after the browser closed it. */
export interface Connection {
  readonly database: Dexie
  /** Runs work on the open database and answers instead of throwing. */
  readonly run: <T>(work: () => PromiseLike<T>) => Promise<Stored<T>>
  /** Deletes the database, which can't be used any more, so that the next call finds an empty one in its place. */
  readonly beginAnew: () => Promise<Stored<undefined>>
  /** Whether another window has deleted it while it was open here. */
  readonly isRemoved: () => boolean
  /** Told once that happens. */
  readonly onRemoved: (listener: () => void) => () => void
  readonly close: () => void
}

export function connect({ name, versions, stores, platform }: DatabaseOptions): Connection {
  let ended: StorageFailure | null = null
  const onLacking = (): void => {
    ended = { kind: 'damaged', where: 'stores' }
  }
  const database = new Dexie(name, {
    // the browser's default answers before anything is on disk, and loses acknowledged edits when the power goes
    chromeTransactionDurability: 'strict',
    autoOpen: false,
    cache: 'disabled',
    ...(platform.IDBKeyRange !== undefined && { IDBKeyRange: platform.IDBKeyRange }),
    ...(platform.indexedDB !== undefined && { indexedDB: onlyVersion({ factory: platform.indexedDB, version: versions.length * 10, stores, onLacking }) }), // Dexie counts in tenths
  })
  for (const add of versions) add(database)

  let wasOpen = false
  let isRemoved = false
  const removalListeners = new Set<() => void>()
  // Another window removes the database or raises its version: it has to wait until we let go, so we do at once.
  database.on('versionchange', ({ newVersion }) => {
    ended = newVersion === null ? { kind: 'removed' } : { kind: 'newer' }
    isRemoved = newVersion === null
    database.close()
    if (newVersion !== null) platform.onOutdated?.()
    else for (const listener of removalListeners) listener()
    return false // and Dexie, which would open it again, does nothing
  })
  const patience = createPatience()
  database.on('blocked', () => {
    patience.onBlocked()
    return false // and Dexie says nothing of its own
  })
  database.on('populate', () => {
    // What we had open is gone. A new and empty database in its place would look like a plan that lost everything.
    if (wasOpen) throw new DOMException('the database is no longer there', 'NotFoundError')
  })

  const open = async (): Promise<void> => {
    try {
      await database.open()
    } catch (error) {
      database.close() // else Dexie says the same ever after, whatever became of it
      throw error
    }
    wasOpen = true
  }
  // one that takes long goes on, and whoever comes next waits for the same
  let opening: Promise<void> | null = null
  const openInTime = (): Promise<StorageFailure | null> => {
    opening ??= open().finally(() => {
      opening = null
    })
    return patience.waitFor(opening)
  }
  return {
    database,
    run: async (work) => {
      if (ended !== null) return { ok: false, failure: ended }
      try {
        const hindrance = database.isOpen() ? null : await openInTime()
        if (hindrance !== null) return { ok: false, failure: hindrance }
        return { ok: true, value: await work() }
      } catch (error) {
        return { ok: false, failure: ended ?? failureOf(error) }
      }
    },
    beginAnew: async () => {
      try {
        const hindrance = await patience.waitFor(database.delete())
        if (hindrance !== null) return { ok: false, failure: hindrance }
        ended = null
        wasOpen = false
        isRemoved = false
        return done
      } catch (error) {
        return { ok: false, failure: failureOf(error) }
      }
    },
    isRemoved: () => isRemoved,
    onRemoved: (listener) => {
      removalListeners.add(listener)
      return () => void removalListeners.delete(listener)
    },
    close: () => {
      ended ??= { kind: 'unavailable' }
      database.close()
    },
  }
}
