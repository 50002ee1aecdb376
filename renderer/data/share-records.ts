import { isObject } from '../../shared/file/json-value.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { LibraryDatabase } from './library-database.ts'
import { isList } from './raw-value.ts'
import type { Stored } from './storage.ts'

/** Where a plan is shared; no secret is in it. `token` tells the host which folder it is. */
export type SharePlace =
  | { readonly kind: 'folder'; readonly token: string; readonly name: string }
  /** @property address as a person may pass it on @property user empty where the server asks for none */
  | { readonly kind: 'server'; readonly address: string; readonly user: string }

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
  /** The digests of the snapshots that were ever here while the plan was shared: one that was removed doesn't come back. */
  readonly knownSnapshots: (plan: PlanId) => Promise<Stored<readonly string[]>>
  readonly addKnownSnapshots: (plan: PlanId, digests: readonly string[]) => Promise<Stored<undefined>>
}

interface ShareRecordsParts {
  readonly database: LibraryDatabase
  /** Writes, and tells the other windows when it is written. */
  readonly write: (work: () => PromiseLike<unknown>) => Promise<Stored<undefined>>
}

export function createShareRecords({ database, write }: ShareRecordsParts): ShareRecords {
  const { settings } = database
  return {
    of: async (plan) => {
      const row = await database.run(() => settings.get(placeKey(plan)))
      return row.ok ? { ok: true, value: readShareRecord({ row: row.value, plan }) } : row
    },
    save: ({ plan, id, place }) => write(() => settings.put({ key: placeKey(plan), value: { id, place } })),
    forget: (plan) => write(() => settings.bulkDelete([placeKey(plan), snapshotsKey(plan)])),
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
  const { kind, token, name, address, user } = place
  if (kind === 'folder') return typeof token === 'string' && typeof name === 'string' ? { kind, token, name } : null
  return kind === 'server' && typeof address === 'string' && typeof user === 'string' ? { kind, address, user } : null
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
