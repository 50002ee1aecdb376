import type { Change } from '../../../shared/changes/change.ts'
import { addChanges, type ChangeSet } from '../../../shared/changes/fold.ts'
import { rewriteChanges } from '../../../shared/changes/remove-changes.ts'
import { formatStamp } from '../../../shared/changes/stamp.ts'
import { createPlanStorage } from '../../../renderer/data/plan-storage.ts'
import type { PlanStorage } from '../../../renderer/data/storage.ts'
import { commitOf, planId, settled, valueOf, type FakeComputer, type FakeWindow } from './fake-computer.ts'

/** A window as the app has it: what it shows is folded from what it loaded, wrote and was told. */
export interface TestWindow {
  readonly platform: FakeWindow
  readonly storage: PlanStorage
  readonly told: Change[]
  readonly edit: (count: number) => Promise<void>
  readonly shown: () => ChangeSet
}

export async function openWindow(computer: FakeComputer, slot: number): Promise<TestWindow> {
  const platform = computer.openWindow()
  const storage = createPlanStorage({ id: planId, platform })
  let shown = valueOf(await storage.load())
  const told: Change[] = []
  storage.subscribe((commits) => {
    for (const commit of commits) {
      told.push(...commit.changes)
      shown = rewriteChanges(shown, commit).set
    }
  })
  let edits = 0
  return {
    platform,
    storage,
    told,
    edit: async (count) => {
      const changes = Array.from({ length: count }, (): Change => {
        edits += 1
        return { at: formatStamp({ ms: edits, counter: 0, writer: `aaaaaaaaaa${slot}` }), on: `goal:g${edits % 5}`, set: { title: `${slot} wrote ${edits}` } }
      })
      shown = addChanges(shown, changes).set
      valueOf(await storage.append([commitOf(changes)]))
    },
    shown: () => shown,
  }
}

/** What a listener that comes now is told of what was there already. */
export async function toldBy(storage: PlanStorage): Promise<readonly Change[]> {
  const told: Change[] = []
  const stop = storage.subscribe((commits) => told.push(...commits.flatMap(({ changes }) => changes)))
  await settled()
  stop()
  return told
}

export async function loadedFrom(computer: FakeComputer): Promise<ChangeSet> {
  const storage = createPlanStorage({ id: planId, platform: computer.openWindow() })
  const loaded = valueOf(await storage.load())
  storage.close()
  return loaded
}
