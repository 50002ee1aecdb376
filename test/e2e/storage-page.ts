import type { Change } from '../../shared/changes/change.ts'
import { addChanges, emptyChangeSet, type ChangeSet } from '../../shared/changes/fold.ts'
import { rewriteChanges } from '../../shared/changes/remove-changes.ts'
import { valuesOf } from '../../shared/changes/sharded-map.ts'
import { formatStamp } from '../../shared/changes/stamp.ts'
import type { PlanId, RecordId } from '../../shared/model/ids.ts'
import { createLibrary } from '../../renderer/data/library.ts'
import { browserPlatform } from '../../renderer/data/platform.ts'
import type { Stored } from '../../renderer/data/storage.ts'
import { takeWriterSlot } from '../../renderer/data/writer-slot.ts'
import { noCopies } from './no-copies.ts'
import { portraitOf } from '../shared/changes/portrait.ts'
import { sizeOfCommit } from './storage-commit.ts'

/**
 * What the specs of storage ask of a page: the product's storage in a real browser, without a screen. A commit is known
 * by its number; it writes one record for each of its changes, `goal:<number>-<change>`.
 */
const planId: PlanId = 'plan:e2e'
const library = createLibrary(browserPlatform({ copies: noCopies, slot: 0, keepDamaged: () => Promise.resolve(false) }))
const storage = library.openPlan(planId)
let shown: ChangeSet = emptyChangeSet()
let slot = 0

const probe = {
  /** As a window starts: a slot, then the plan. */
  start: async (): Promise<{ readonly replica: string; readonly slot: number }> => {
    slot = (await takeWriterSlot()).slot
    const { replica } = valueOf(await library.computer())
    shown = valueOf(await storage.load())
    storage.subscribe((commits) => {
      for (const commit of commits) shown = rewriteChanges(shown, commit).set
    })
    return { replica, slot }
  },
  /** Writes a commit, and shows it before it is written, as the app does. */
  write: async ({ commit, size, on }: { readonly commit: number; readonly size: number; readonly on?: RecordId }): Promise<void> => {
    const changes = Array.from({ length: size }, (_, at): Change => ({ at: stampOf(commit, at), on: on ?? `goal:${commit}-${at}`, set: { title: `commit ${commit}, change ${at}` } }))
    shown = addChanges(shown, changes).set
    valueOf(await storage.append([{ changes, action: 'test', at: Date.now() }]))
  },
  checkpoint: async (): Promise<undefined> => valueOf(await storage.checkpoint()),
  shown: (): string => portraitOf(shown),
  /** What a window that opens the plan now would get. */
  stored: async (): Promise<string> => portraitOf(await loadAgain()),
  /** How many changes of each commit are stored. */
  storedCommits: async (): Promise<Readonly<Record<string, number>>> => {
    const counts: Record<string, number> = {}
    for (const { id } of valuesOf((await loadAgain()).records)) {
      const commit = id.slice('goal:'.length, id.indexOf('-'))
      counts[commit] = (counts[commit] ?? 0) + 1
    }
    return counts
  },
  removePlan: async (): Promise<undefined> => valueOf(await library.removePlan(planId)),
  /** Writes until the browser is gone, and says of each commit when it was acknowledged. */
  hammer: async (from: number): Promise<never> => {
    for (let commit = from; ; commit += 1) {
      await probe.write({ commit, size: sizeOfCommit(commit) })
      window.acknowledged(commit)
      if (commit % 40 === 0) void probe.checkpoint()
    }
  },
}

export type StorageProbe = typeof probe

declare global {
  interface Window {
    storageProbe: StorageProbe
    /** Given by the spec. */
    acknowledged: (commit: number) => void
  }
}

window.storageProbe = probe

async function loadAgain(): Promise<ChangeSet> {
  const again = library.openPlan(planId)
  const loaded = valueOf(await again.load())
  again.close()
  return loaded
}

function stampOf(commit: number, at: number): string {
  return formatStamp({ ms: commit, counter: at, writer: `aaaaaaaaaa${slot.toString(36)}` })
}

function valueOf<T>(answer: Stored<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}
