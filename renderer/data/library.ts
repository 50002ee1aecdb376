import { folderOfPlan } from '../../shared/copies/copy-name.ts'
import { isObject } from '../../shared/file/json-value.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { PlanEntry } from '../../shared/model/plan-entry.ts'
import { removeJournal } from './journal.ts'
import { keepComputer } from './computer.ts'
import { drawKey } from './draw-key.ts'
import { damaged, done } from './failure.ts'
import { inTurn } from './in-turn.ts'
import { copyLibrary, mendLibrary } from './library-copy.ts'
import { libraryName, openLibraryDatabase } from './library-database.ts'
import { openPlanDatabase } from './plan-database.ts'
import { compareEntries, readPlanEntry } from './read-plan-entry.ts'
import { createPlanStorage } from './plan-storage.ts'
import type { StoragePlatform } from './platform.ts'
import { createShareRecords } from './share-records.ts'
import type { Library, Stored } from './storage.ts'

/** All plans on this computer. One a window, for as long as it is there. */
export function createLibrary(platform: StoragePlatform): Library {
  const database = openLibraryDatabase(platform)
  const listeners = new Set<() => void>()
  const channel = platform.openChannel({
    name: libraryName,
    onMessage: () => {
      for (const listener of listeners) listener()
    },
  })
  const copyList = inTurn(() => copyLibrary({ database, copies: platform.copies }))
  /** Writes, and tells the other windows when it is written. */
  const write = async (work: () => PromiseLike<unknown>): Promise<Stored<undefined>> => {
    const written = await database.run(work)
    if (!written.ok) return written
    await changed()
    return done
  }
  /** Copies the list, and tells the other windows. */
  const changed = async (): Promise<void> => {
    await copyList()
    channel.post('changed')
  }
  const subscribe: Library['subscribe'] = (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const shares = createShareRecords({ database, write, subscribe })

  return {
    mend: () => mendLibrary({ database, copies: platform.copies, platform }),
    computer: () => keepComputer({ database, platform, change: (computer) => computer }),
    nameComputer: async (name) => {
      const named = await keepComputer({ database, platform, change: (computer) => ({ ...computer, name }) })
      if (!named.ok) return named
      await changed()
      return done
    },
    takeNewReplica: async () => {
      const renamed = await keepComputer({ database, platform, change: (computer) => ({ ...computer, replica: drawKey(platform), isCopy: true }) })
      if (renamed.ok) await changed()
      return renamed
    },
    plans: async () => {
      const rows = await database.run(() => database.plans.toArray())
      return rows.ok ? readEntries(rows.value) : rows
    },
    savePlan: (entry) => write(() => database.plans.put(entry)),
    removePlan: async (id) => {
      // first the journal: a plan without its database that has one was lost, and would be brought back
      const folder = folderOfPlan(id)
      const forgotten = await removeJournal({ ...platform, folder })
      if (!forgotten.ok && forgotten.reason !== 'unavailable') return { ok: false, failure: { kind: 'failed', message: 'JournalNotRemoved' } }
      const removed = await removeDatabase({ id, platform })
      if (!removed.ok) return removed
      await removeJournal({ ...platform, folder }) // of what other windows have added until they let go
      const shared = await shares.of(id)
      if (shared.ok && shared.value !== null) await shares.forget(id)
      return write(() => database.plans.delete(id))
    },
    shares,
    openPlan: (id) => createPlanStorage({ id, platform }),
    subscribe,
  }
}

/** Windows that have the plan open let go of it (`connection.ts`), so this doesn't wait for anybody. */
async function removeDatabase({ id, platform }: { readonly id: PlanId; readonly platform: StoragePlatform }): Promise<Stored<undefined>> {
  const { run, beginAnew } = openPlanDatabase({ id, platform })
  const opened = await run(() => Promise.resolve()) // one of a newer version stays
  return opened.ok ? beginAnew() : opened
}

function readEntries(rows: readonly unknown[]): Stored<readonly PlanEntry[]> {
  const entries: PlanEntry[] = []
  for (const row of rows) {
    const entry = readPlanEntry(row)
    if (entry === null) return damaged(`plans/${isObject(row) ? String(row['id']) : '?'}`)
    entries.push(entry)
  }
  return { ok: true, value: entries.toSorted(compareEntries) }
}
