import { isObject } from '../../shared/file/json-value.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { LibraryDatabase } from './library-database.ts'
import { done } from './failure.ts'
import { isList } from './raw-value.ts'
import { readSeenPlan, readShareRecord } from './share-record.ts'
import type { ShareRecords, Stored } from './storage.ts'

interface ShareRecordsParts {
  readonly database: LibraryDatabase
  /** Writes, and tells the other windows when it is written. */
  readonly write: (work: () => PromiseLike<unknown>) => Promise<Stored<undefined>>
  /** Tells when another window has written. */
  readonly subscribe: (listener: () => void) => () => void
}

/** Keeps them among the settings of the library. */
export function createShareRecords({ database, write, subscribe }: ShareRecordsParts): ShareRecords {
  const { settings } = database
  const here = new Set<() => void>()
  const change = async (work: () => PromiseLike<unknown>): Promise<Stored<undefined>> => {
    const written = await write(work)
    if (written.ok) for (const listener of here) listener()
    return written
  }
  return {
    of: async (plan) => {
      const row = await database.run(() => settings.get(placeKey(plan)))
      return row.ok ? { ok: true, value: readShareRecord({ row: row.value, plan }) } : row
    },
    save: ({ plan, id, place }) => change(() => settings.put({ key: placeKey(plan), value: { id, place } })),
    forget: (plan) => change(() => settings.bulkDelete([placeKey(plan), snapshotsKey(plan), seenKey(plan)])),
    subscribe: (listener) => {
      here.add(listener)
      const stop = subscribe(listener)
      return () => {
        here.delete(listener)
        stop()
      }
    },
    knownSnapshots: async (plan) => {
      const row = await database.run(() => settings.get(snapshotsKey(plan)))
      return row.ok ? { ok: true, value: readDigests(row.value) } : row
    },
    addKnownSnapshots: (plan, digests) =>
      database.run(() =>
        database.database.transaction('rw', settings, async () => {
          const known = readDigests(await settings.get(snapshotsKey(plan)))
          const all = new Set([...known, ...digests])
          if (all.size > known.length) await settings.put({ key: snapshotsKey(plan), value: [...all] })
          return undefined
        }),
      ),
    seenPlan: async ({ plan, id }) => {
      const row = await database.run(() => settings.get(seenKey(plan)))
      return row.ok ? { ok: true, value: readSeenPlan({ row: row.value, share: id }) } : row
    },
    keepSeenPlan: async ({ plan, id }, seen) => {
      const kept = await database.run(() => settings.put({ key: seenKey(plan), value: { share: id, ...seen, knows: [...seen.knows.values()] } }))
      return kept.ok ? done : kept
    },
  }
}

function readDigests(row: unknown): readonly string[] {
  const value: unknown = isObject(row) ? row['value'] : null
  return isList(value) ? value.filter((each) => typeof each === 'string') : []
}

function placeKey(plan: PlanId): string {
  return `share ${plan}`
}

function seenKey(plan: PlanId): string {
  return `share seen ${plan}`
}

function snapshotsKey(plan: PlanId): string {
  return `share snapshots ${plan}`
}
