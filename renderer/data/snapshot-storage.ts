import { isObject } from '../../shared/file/json-value.ts'
import { statuses } from '../../shared/model/status.ts'
import { isQuarter } from '../../shared/model/year.ts'
import { compareHeads, type SnapshotHead } from '../../shared/snapshot/snapshot-head.ts'
import { damaged } from './failure.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import { isCount } from './raw-value.ts'
import type { SnapshotStorage, Stored } from './storage.ts'

/** @param name of the plan's database; the windows of a plan tell each other on a channel of their own */
export function createSnapshotStorage({ database, platform, name }: { readonly database: PlanDatabase; readonly platform: StoragePlatform; readonly name: string }): SnapshotStorage {
  const listeners = new Set<() => void>()
  const channel = platform.openChannel({
    name: `${name}-snapshots`,
    onMessage: () => {
      for (const listener of listeners) listener()
    },
  })
  const { snapshots, snapshotTexts } = database
  /** Writes heads and texts in one transaction, and tells the other windows. */
  const write = async (work: () => Promise<void>): Promise<Stored<undefined>> => {
    const written = await database.run(() => database.database.transaction('rw', snapshots, snapshotTexts, work))
    if (!written.ok) return written
    channel.post({})
    return { ok: true, value: undefined }
  }
  return {
    list: async () => {
      const read = await database.run(() => snapshots.toArray())
      return read.ok ? { ok: true, value: read.value.flatMap((row) => readHead(row) ?? []).toSorted(compareHeads) } : read
    },
    text: async (digest) => {
      const read = await database.run(() => snapshotTexts.get(digest))
      if (!read.ok) return read
      const row: unknown = read.value
      return isObject(row) && typeof row['text'] === 'string' ? { ok: true, value: row['text'] } : damaged(`snapshotTexts/${digest}`)
    },
    keep: ({ head, text }) =>
      write(async () => {
        if ((await snapshots.get(head.digest)) !== undefined && (await snapshotTexts.get(head.digest)) !== undefined) return
        await snapshots.put({ ...head, by: { ...head.by }, byStatus: { ...head.byStatus } })
        await snapshotTexts.put({ digest: head.digest, text })
      }),
    remove: (digest) =>
      write(async () => {
        await snapshots.delete(digest)
        await snapshotTexts.delete(digest)
      }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => channel.close(),
  }
}

function readHead(row: unknown): SnapshotHead | null {
  if (!isObject(row)) return null
  const { digest, scope, at, by, byStatus } = row
  if (typeof digest !== 'string' || typeof at !== 'string' || !isObject(by) || !isObject(byStatus)) return null
  const { replica, name } = by
  if (typeof replica !== 'string' || typeof name !== 'string' || !(scope === 'year' || isQuarter(scope))) return null
  const counts = statuses.map((status) => [status, byStatus[status]] as const)
  if (!counts.every(([, count]) => isCount(count))) return null
  return { digest, scope, at, by: { replica, name }, byStatus: Object.fromEntries(counts) as SnapshotHead['byStatus'] } // a count a status, as just seen
}
