import { createStore, type StoreApi } from 'zustand/vanilla'
import { problemText } from '../../shared/file/problem.ts'
import { readSnapshotInSteps } from '../../shared/snapshot/read-snapshot.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { SnapshotHead } from '../../shared/snapshot/snapshot-head.ts'
import { done } from '../data/failure.ts'
import type { SnapshotStorage, StorageFailure, Stored } from '../data/storage.ts'
import { stepsDone } from './run-steps.ts'

/** One side of a comparison: a snapshot by its digest, or the plan as it is now. */
export type Picked = string

export const today: Picked = 'today'

/** A kept snapshot as it was read, or why it can't be: storage fails, or what it holds is not as it was. */
export type ReadKept = { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly failure: StorageFailure | null; readonly problem: string }

export interface SnapshotState {
  /** The newest first. */
  readonly heads: readonly SnapshotHead[]
  /** Why the list can't be read. */
  readonly failure: StorageFailure | null
  /** What was taken away in this window, the last one last, and can be brought back. */
  readonly removed: readonly KeptSnapshot[]
  /** At most two, in the order they were picked. */
  readonly picked: readonly Picked[]
  readonly load: () => Promise<void>
  readonly keep: (taken: KeptSnapshot) => Promise<Stored<undefined>>
  /** Takes a snapshot away. What can't be read any more can't be brought back either. */
  readonly remove: (head: SnapshotHead) => Promise<Stored<undefined>>
  /** Keeps the last one again that was taken away, or the one that is named. */
  readonly bringBack: (digest?: string) => Promise<Stored<undefined>>
  readonly text: (digest: string) => Promise<Stored<string>>
  readonly read: (digest: string) => Promise<ReadKept>
  /** Picks one for a comparison, or no longer; of three the one that was picked first goes. */
  readonly pick: (picked: Picked) => void
  readonly compare: (picked: readonly Picked[]) => void
}

export type SnapshotStore = StoreApi<SnapshotState>

export interface KeptSnapshot {
  readonly head: SnapshotHead
  readonly text: string
}

/** The snapshots of an open plan, and which of them a person compares. */
export function createSnapshotStore(storage: SnapshotStorage): SnapshotStore {
  // a snapshot never changes, so it is read once
  const read = new Map<string, Promise<ReadKept>>()
  const store = createStore<SnapshotState>()((set, get) => ({
    heads: [],
    failure: null,
    removed: [],
    picked: [],
    load: async () => {
      const list = await storage.list()
      if (!list.ok) return set({ failure: list.failure })
      const isThere = (picked: Picked): boolean => picked === today || list.value.some(({ digest }) => digest === picked)
      return set({ heads: list.value, failure: null, picked: get().picked.filter(isThere) })
    },
    keep: async (taken) => {
      const kept = await storage.keep(taken)
      if (!kept.ok) return kept
      set({ removed: without(get().removed, taken.head) })
      await get().load()
      return kept
    },
    remove: async (head) => {
      const text = await storage.text(head.digest)
      const removed = await storage.remove(head.digest)
      if (!removed.ok) return removed
      if (text.ok) set({ removed: [...without(get().removed, head), { head, text: text.value }] })
      await get().load()
      return removed
    },
    bringBack: async (digest) => {
      const last = get().removed.findLast(({ head }) => digest === undefined || head.digest === digest)
      if (last === undefined) return done
      // taken out at once: who asks twice means the one before as well
      set({ removed: without(get().removed, last.head) })
      const kept = await get().keep(last)
      if (!kept.ok) set({ removed: [...get().removed, last] })
      return kept
    },
    text: storage.text,
    read: (digest) => {
      const known = read.get(digest)
      if (known !== undefined) return known
      const reading = readKept(storage, digest)
      read.set(digest, reading)
      void reading.then((result) => result.ok || read.delete(digest))
      return reading
    },
    pick: (picked) => {
      const before = get().picked
      set({ picked: before.includes(picked) ? before.filter((each) => each !== picked) : [...before, picked].slice(-2) })
    },
    compare: (picked) => set({ picked }),
  }))
  storage.subscribe(() => void store.getState().load())
  return store
}

function without(removed: readonly KeptSnapshot[], { digest }: SnapshotHead): readonly KeptSnapshot[] {
  return removed.filter(({ head }) => head.digest !== digest)
}

async function readKept(storage: SnapshotStorage, digest: string): Promise<ReadKept> {
  const text = await storage.text(digest)
  if (!text.ok) return { ok: false, failure: text.failure, problem: '' }
  const read = await stepsDone(readSnapshotInSteps(text.value))
  if (!read.ok) return { ok: false, failure: null, problem: problemText(read.problem) }
  // a text that is whole, but another snapshot's
  return read.snapshot.digest === digest ? { ok: true, snapshot: read.snapshot } : { ok: false, failure: { kind: 'damaged', where: `snapshotTexts/${digest}` }, problem: '' }
}
