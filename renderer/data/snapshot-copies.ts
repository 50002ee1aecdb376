import type { CopyStore } from '../../shared/copies/copy-store.ts'
import { frameLine, readFramedLines } from '../../shared/copies/framed-line.ts'
import { isObject } from '../../shared/file/json-value.ts'
import type { SnapshotHead } from '../../shared/snapshot/snapshot-head.ts'
import { parseJson } from './raw-value.ts'
import { readHead } from './snapshot-head-row.ts'

export interface KeptSnapshot {
  readonly head: SnapshotHead
  readonly text: string
}

/** The snapshots of a plan once more, outside the database: a file each. */
export interface SnapshotCopies {
  readonly write: (snapshot: KeptSnapshot) => Promise<void>
  /** False where there is one that can't be removed. */
  readonly remove: (digest: string) => Promise<boolean>
  /** The digests of the snapshots there are; null where that can't be told. */
  readonly digests: () => Promise<readonly string[] | null>
  readonly read: (digest: string) => Promise<KeptSnapshot | null>
}

export function createSnapshotCopies({ copies, folder }: { readonly copies: CopyStore; readonly folder: string }): SnapshotCopies {
  return {
    write: async (snapshot) => void (await copies.write({ folder, name: nameOf(snapshot.head.digest), text: frameLine(JSON.stringify(snapshot)) })),
    remove: async (digest) => {
      const removed = await copies.remove({ folder, name: nameOf(digest) })
      return removed.ok || removed.reason === 'unavailable'
    },
    digests: async () => {
      const listed = await copies.list(folder)
      return listed.ok ? listed.value.flatMap(({ name }) => /^snapshot-([0-9a-f]{64})\.json$/.exec(name)?.[1] ?? []).map((hex) => `sha256:${hex}`) : null
    },
    read: async (digest) => {
      const read = await copies.read({ folder, name: nameOf(digest) })
      const [line] = readFramedLines(read.ok ? (read.value ?? '') : '').texts
      const kept = parseJson(line)
      if (!isObject(kept) || typeof kept['text'] !== 'string') return null
      const head = readHead(kept['head'])
      return head?.digest === digest ? { head, text: kept['text'] } : null
    },
  }
}

/** As a list has it in the database: a plain object that can be stored. */
export function rowOfHead(head: SnapshotHead): SnapshotHead {
  return { ...head, by: { ...head.by }, byStatus: { ...head.byStatus } }
}

function nameOf(digest: string): string {
  return `snapshot-${digest.replace('sha256:', '')}.json`
}
