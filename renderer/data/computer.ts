import { isReplicaId } from '../../shared/changes/stamp.ts'
import { isObject } from '../../shared/file/json-value.ts'
import { drawKey } from './draw-key.ts'
import { damaged } from './failure.ts'
import type { LibraryDatabase } from './library-database.ts'
import type { StoragePlatform } from './platform.ts'
import type { Computer, Stored } from './storage.ts'

/** The key of the row among the settings. */
export const computerKey = 'computer'

interface KeepComputer {
  readonly database: LibraryDatabase
  readonly platform: StoragePlatform
  readonly change: (computer: Computer) => Computer
}

/**
 * This computer; its replica id is drawn the first time. In one transaction, so that two windows that start at once
 * agree: the second one finds what the first has drawn.
 * @param change what to keep instead, given what is there
 */
export async function keepComputer({ database, platform, change }: KeepComputer): Promise<Stored<Computer>> {
  const replica = drawKey(platform)
  const kept = await database.run(() =>
    database.database.transaction('rw', database.settings, async () => {
      const row = await database.settings.get(computerKey)
      const present = row === undefined ? { replica, name: '' } : readComputer(row)
      // drawing another in place of one that can't be read would make one computer look like two
      if (present === null) return null
      const next = change(present)
      if (row === undefined || next !== present) await database.settings.put({ key: computerKey, value: next })
      return next
    }),
  )
  if (!kept.ok) return kept
  return kept.value === null ? damaged(`settings/${computerKey}`) : { ok: true, value: kept.value }
}

/** Reads a row, believing nothing; null where it says no computer. */
export function readComputer(row: unknown): Computer | null {
  const value: unknown = isObject(row) ? row['value'] : null
  if (!isObject(value)) return null
  const { replica, name, isCopy } = value
  if (typeof replica !== 'string' || !isReplicaId(replica) || typeof name !== 'string') return null
  return { replica, name, ...(isCopy === true && { isCopy }) }
}
