import { isObject } from '../../shared/file/json-value.ts'
import { compareHeads } from '../../shared/snapshot/snapshot-head.ts'
import { damaged } from './failure.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import { matchSnapshots } from './match-snapshots.ts'
import { createSnapshotCopies, rowOfHead } from './snapshot-copies.ts'
import { readHead } from './snapshot-head-row.ts'
import type { SnapshotStorage, Stored } from './storage.ts'

interface SnapshotParts {
  readonly database: PlanDatabase
  readonly platform: StoragePlatform
  /** Of the plan's database; the windows of a plan tell each other on a channel of their own. */
  readonly name: string
  readonly folder: string
}

/** `match` brings database and copies to the same snapshots; it is called when a plan was loaded, and thoroughly when there is time. */
export function createSnapshotStorage({ database, platform, name, folder }: SnapshotParts): SnapshotStorage & { readonly match: (isThorough?: boolean) => Promise<void> } {
  const copies = createSnapshotCopies({ copies: platform.copies, folder })
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const channel = platform.openChannel({
    name: `${name}-snapshots`,
    onMessage: tell,
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
    keep: async ({ head, text }) => {
      const kept = await write(async () => {
        if ((await snapshots.get(head.digest)) !== undefined && (await snapshotTexts.get(head.digest)) !== undefined) return
        await snapshots.put(rowOfHead(head))
        await snapshotTexts.put({ digest: head.digest, text })
      })
      if (kept.ok) await copies.write({ head, text })
      return kept
    },
    remove: async (digest) => {
      // first the copy, which would bring it back
      if (!(await copies.remove(digest))) return { ok: false, failure: { kind: 'failed', message: 'CopyNotRemoved' } }
      return write(async () => {
        await snapshots.delete(digest)
        await snapshotTexts.delete(digest)
      })
    },
    match: async (isThorough = false) => {
      if ((await matchSnapshots({ database, copies, isThorough })) > 0) tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => channel.close(),
  }
}
