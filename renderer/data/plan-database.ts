import type { Dexie, Table } from 'dexie'
import { keyOf, type PlanId } from '../../shared/model/ids.ts'
import { connect, type Connection, type DatabaseVersion } from './connection.ts'
import type { StoragePlatform } from './platform.ts'

/**
 * The database of one plan. What is read from it is `unknown` until it has been parsed: an older or newer app, a
 * developer's tools or a damaged disk may have written it.
 */
export interface PlanDatabase extends Connection {
  /** The log, only ever added to: see `commit-row.ts`. */
  readonly commits: Table<unknown, number>
  /** The log folded up to some point: see `checkpoint-head.ts` and `checkpoint-shard.ts`. */
  readonly checkpoints: Table<unknown, number | string>
  /** What a list says of each snapshot, by digest: see `snapshot-storage.ts`. */
  readonly snapshots: Table<unknown, string>
  /** The snapshots themselves, by digest. */
  readonly snapshotTexts: Table<unknown, string>
}

/** In order, never changed once released: a new version is a new function at the end, with a test from the one before. */
const versions: readonly DatabaseVersion[] = [addLogAndCheckpoints, addActionsAndSnapshots]

export function openPlanDatabase({ id, platform }: { readonly id: PlanId; readonly platform: StoragePlatform }): PlanDatabase {
  const connection = connect({ name: planDatabaseName(id), versions, stores: ['commits', 'checkpoints'], platform })
  const { database } = connection
  return { ...connection, commits: database.table('commits'), checkpoints: database.table('checkpoints'), snapshots: database.table('snapshots'), snapshotTexts: database.table('snapshotTexts') }
}

/** Also the name of the channel on which the windows of a plan tell each other. */
export function planDatabaseName(id: PlanId): string {
  return `quarterdeck-plan-${keyOf(id)}`
}

/** Version 1. */
function addLogAndCheckpoints(database: Dexie): void {
  database.version(1).stores({ commits: '++seq', checkpoints: 'part' })
}

/** Version 2: exchanges with others are found by their action, and snapshots are kept. */
function addActionsAndSnapshots(database: Dexie): void {
  database.version(2).stores({ commits: '++seq, action', snapshots: 'digest', snapshotTexts: 'digest' })
}
