import type { Dexie, Table } from 'dexie'
import { connect, type Connection, type DatabaseVersion } from './connection.ts'
import type { StoragePlatform } from './platform.ts'

/** The small database that lists the plans. What is read from it is `unknown` until it has been parsed. */
export interface LibraryDatabase extends Connection {
  readonly plans: Table<unknown, string>
  /** Rows of `{ key, value }`. */
  readonly settings: Table<unknown, string>
}

/** Also the name of the channel on which windows tell each other that the list has changed. */
export const libraryName = 'quarterdeck-library'

/** In order, never changed once released. */
const versions: readonly DatabaseVersion[] = [addPlansAndSettings]

export function openLibraryDatabase(platform: StoragePlatform): LibraryDatabase {
  const connection = connect({ name: libraryName, versions, stores: ['plans', 'settings'], platform })
  return { ...connection, plans: connection.database.table('plans'), settings: connection.database.table('settings') }
}

/** Version 1. */
function addPlansAndSettings(database: Dexie): void {
  database.version(1).stores({ plans: 'id', settings: 'key' })
}
