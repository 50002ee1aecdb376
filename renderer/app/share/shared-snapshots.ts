import type { PlanId } from '../../../shared/model/ids.ts'
import type { Quarter } from '../../../shared/model/year.ts'
import type { QuarterStart } from '../../../shared/quarter-start/quarter-start.ts'
import type { SharedSnapshots } from '../../../shared/share/share.ts'
import { readSnapshotInSteps } from '../../../shared/snapshot/read-snapshot.ts'
import { headOf, type SnapshotHead } from '../../../shared/snapshot/snapshot-head.ts'
import type { ShareRecords } from '../../data/storage.ts'
import { isOfStart } from '../../state/is-of-start.ts'
import { stepsDone } from '../../state/run-steps.ts'
import type { SnapshotStore } from '../../state/snapshot-store.ts'

interface SnapshotsToShare {
  readonly plan: PlanId
  readonly snapshots: SnapshotStore
  readonly starts: () => ReadonlyMap<Quarter, QuarterStart>
  readonly records: Pick<ShareRecords, 'knownSnapshots' | 'addKnownSnapshots'>
}

/**
 * The kept snapshots of an open plan as its share sees them. One that is no whole snapshot of this plan is not kept. Those
 * of a quarter as it set out stay out of it: every computer keeps its own, and each would lie there once for each of them.
 */
export function sharedSnapshotsOf({ plan, snapshots, starts, records }: SnapshotsToShare): SharedSnapshots {
  const all = async (): Promise<readonly SnapshotHead[]> => {
    await snapshots.getState().load()
    const { heads } = snapshots.getState()
    await records.addKnownSnapshots(plan, digestsOf(heads))
    return heads
  }
  return {
    here: async () => digestsOf((await all()).filter((head) => !isOfStart(head, starts()))),
    known: async () => {
      const [present, known] = [await all(), await records.knownSnapshots(plan)]
      return new Set([...digestsOf(present), ...(known.ok ? known.value : [])])
    },
    text: async (digest) => {
      const text = await snapshots.getState().text(digest)
      return text.ok ? text.value : null
    },
    keep: async (text) => {
      const read = await stepsDone(readSnapshotInSteps(text))
      if (!read.ok || read.snapshot.planId !== plan) return
      const head = headOf(read.snapshot)
      if (isOfStart(head, starts())) return
      const kept = await snapshots.getState().keep({ head, text })
      if (kept.ok) await records.addKnownSnapshots(plan, [read.snapshot.digest])
    },
  }
}

function digestsOf(heads: readonly SnapshotHead[]): readonly string[] {
  return heads.map(({ digest }) => digest)
}
