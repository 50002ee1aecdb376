import { isObject } from '../../shared/file/json-value.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { LibraryDatabase } from './library-database.ts'
import { isList } from './raw-value.ts'
import type { Stored } from './storage.ts'

/** Where a plan is shared; no secret is in it. `token` tells the host which folder it is. */
export type SharePlace =
  | { readonly kind: 'folder'; readonly token: string; readonly name: string }
  /** @property address as a person may pass it on @property signsIn whether there are credentials, which lie elsewhere */
  | { readonly kind: 'server'; readonly address: string; readonly signsIn: boolean }

/** That a plan is shared from this computer. Losing it means to connect again, and nothing else. */
export interface ShareRecord {
  readonly plan: PlanId
  /** Tells this share from an earlier one of the plan. */
  readonly id: string
  readonly place: SharePlace
}

/** What this computer keeps about the shares of its plans, among the settings of the library. */
export interface ShareRecords {
  /** Null where the plan isn't shared, or what was kept of it can't be read. */
  readonly of: (plan: PlanId) => Promise<Stored<ShareRecord | null>>
  readonly save: (record: ShareRecord) => Promise<Stored<undefined>>
  readonly forget: (plan: PlanId) => Promise<Stored<undefined>>
  /** Told when any window of this computer has saved or forgotten one, or may have. */
  readonly subscribe: (listener: () => void) => () => void
  /** The digests of the snapshots that were ever here while the plan was shared: one that was removed doesn't come back. */
  readonly knownSnapshots: (plan: PlanId) => Promise<Stored<readonly string[]>>
  readonly addKnownSnapshots: (plan: PlanId, digests: readonly string[]) => Promise<Stored<undefined>>
}

interface ShareRecordsParts {
  readonly database: LibraryDatabase
  /** Writes, and tells the other windows when it is written. */
  readonly write: (work: () => PromiseLike<unknown>) => Promise<Stored<undefined>>
  /** Tells when another window has written. */
  readonly subscribe: (listener: () => void) => () => void
}

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
    forget: (plan) => change(() => settings.bulkDelete([placeKey(plan), snapshotsKey(plan)])),
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
  }
}

/** Reads a row, believing nothing; null where it says no share. */
export function readShareRecord({ row, plan }: { readonly row: unknown; readonly plan: PlanId }): ShareRecord | null {
  const value: unknown = isObject(row) ? row['value'] : null
  if (!isObject(value) || typeof value['id'] !== 'string') return null
  const place = readPlace(value['place'])
  return place === null ? null : { plan, id: value['id'], place }
}

function readPlace(place: unknown): SharePlace | null {
  if (!isObject(place)) return null
  const { kind, token, name, address, signsIn } = place
  if (kind === 'folder') return typeof token === 'string' && typeof name === 'string' ? { kind, token, name } : null
  return kind === 'server' && typeof address === 'string' && typeof signsIn === 'boolean' ? { kind, address, signsIn } : null
}

function readDigests(row: unknown): readonly string[] {
  const value: unknown = isObject(row) ? row['value'] : null
  return isList(value) ? value.filter((each) => typeof each === 'string') : []
}

function placeKey(plan: PlanId): string {
  return `share ${plan}`
}

function snapshotsKey(plan: PlanId): string {
  return `share snapshots ${plan}`
}
