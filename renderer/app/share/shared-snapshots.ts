import type { PlanId } from '../../../shared/model/ids.ts'
import type { SharedSnapshots } from '../../../shared/share/share.ts'
import { readSnapshotInSteps } from '../../../shared/snapshot/read-snapshot.ts'
import { headOf } from '../../../shared/snapshot/snapshot-head.ts'
import type { ShareRecords } from '../../data/storage.ts'
import { stepsDone } from '../../state/run-steps.ts'
import type { SnapshotStore } from '../../state/snapshot-store.ts'

interface SnapshotsToShare {
  readonly plan: PlanId
  readonly snapshots: SnapshotStore
  readonly records: Pick<ShareRecords, 'knownSnapshots' | 'addKnownSnapshots'>
}

/** The kept snapshots of an open plan as its share sees them. One that is no whole snapshot of this plan is not kept. */
export function sharedSnapshotsOf({ plan, snapshots, records }: SnapshotsToShare): SharedSnapshots {
  const here = async (): Promise<readonly string[]> => {
    await snapshots.getState().load()
    const digests = snapshots.getState().heads.map(({ digest }) => digest)
    await records.addKnownSnapshots(plan, digests)
    return digests
  }
  return {
    here,
    known: async () => {
      const [present, known] = [await here(), await records.knownSnapshots(plan)]
      return new Set([...present, ...(known.ok ? known.value : [])])
    },
    text: async (digest) => {
      const text = await snapshots.getState().text(digest)
      return text.ok ? text.value : null
    },
    keep: async (text) => {
      const read = await stepsDone(readSnapshotInSteps(text))
      if (!read.ok || read.snapshot.planId !== plan) return
      const kept = await snapshots.getState().keep({ head: headOf(read.snapshot), text })
      if (kept.ok) await records.addKnownSnapshots(plan, [read.snapshot.digest])
    },
  }
}
