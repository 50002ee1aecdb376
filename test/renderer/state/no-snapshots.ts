import { createSnapshotStore, type SnapshotStore } from '../../../renderer/state/snapshot-store.ts'

/** The snapshots of a plan that has none and keeps none, for sessions in which they don't matter. */
export function noSnapshots(): SnapshotStore {
  const done = { ok: true, value: undefined } as const
  return createSnapshotStore({
    list: async () => ({ ok: true, value: [] }),
    text: async () => ({ ok: true, value: '' }),
    keep: async () => done,
    remove: async () => done,
    subscribe: () => () => undefined,
    close: () => undefined,
  })
}
