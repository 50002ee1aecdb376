import { productRelease } from '../../shared/bridge/product.ts'
import { rewriteChanges } from '../../shared/changes/remove-changes.ts'
import type { CopyFailure, CopyStore } from '../../shared/copies/copy-store.ts'
import { writeBackupInSteps } from '../../shared/copies/write-backup.ts'
import type { FileAuthor } from '../../shared/file/plan-file.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { viewInSteps } from '../../shared/plan/plan-index.ts'
import { statedPlan } from '../../shared/plan/stated-plan.ts'
import type { PlanBackups } from '../data/plan-backups.ts'
import { noteRemoval } from '../data/removed-plans.ts'
import type { Commit, Library } from '../data/storage.ts'
import { stepsDone } from '../state/run-steps.ts'

/** What became of the last backup. `unread`: the plan can't be read, and has only those from before. `late`: the second copy does not answer. */
export type LastBackup = 'made' | 'unread' | 'late' | CopyFailure

interface BackUpLast {
  readonly library: Pick<Library, 'openPlan'>
  readonly copies: CopyStore
  readonly id: PlanId
  /** What earlier windows had no time to write. */
  readonly left: readonly Commit[]
  readonly backups: PlanBackups
  readonly by: FileAuthor
}

/** Backs up a plan that is about to be removed, and notes what it was. */
export async function backUpLast({ id, left, library, copies, backups, by }: BackUpLast): Promise<LastBackup> {
  const storage = library.openPlan(id)
  const loaded = await storage.load()
  // what is still added to its journal would make a removed plan look like one that was lost
  await storage.settled()
  storage.close()
  if (!loaded.ok) return 'unread'
  const at = Date.now()
  const view = await stepsDone(viewInSteps(left.reduce((before, commit) => rewriteChanges(before, commit).set, loaded.value)))
  const written = await stepsDone(writeBackupInSteps({ view, by, at: new Date(at).toISOString(), app: productRelease }))
  const made = await backups.make({ written, reason: 'removed', at })
  if (!made.ok) return made.reason
  const { title, year } = statedPlan(view.set, id)
  await noteRemoval({ copies, id, backup: made.value.name, title, year })
  return 'made'
}
