import { productRelease } from '../../shared/bridge/product.ts'
import type { CopyStore } from '../../shared/copies/copy-store.ts'
import type { RemovedPlan } from '../../shared/copies/removed-plan.ts'
import { writeBackupInSteps } from '../../shared/copies/write-backup.ts'
import type { FileAuthor } from '../../shared/file/plan-file.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { samplePlanId } from '../../shared/sample/tec3-sample.ts'
import { viewInSteps } from '../../shared/plan/plan-index.ts'
import { statedPlan } from '../../shared/plan/stated-plan.ts'
import { clearOutbox } from '../data/outbox.ts'
import type { PlanBackups } from '../data/plan-backups.ts'
import { forgetRemovedPlan, listRemovedPlans, noteRemoval, tidyRemovedPlans } from '../data/removed-plans.ts'
import type { Library, StorageFailure } from '../data/storage.ts'
import { stepsDone } from '../state/run-steps.ts'
import { appText } from '../text/app.ts'
import { backupText, removedText } from '../text/backups.ts'
import type { Toaster } from '../ui/toaster.ts'
import type { AppStore } from './app-store.ts'
import { atMost } from './at-most.ts'
import type { PlanDesk } from './plan-desk.ts'
import { tellProblem } from './tell-problem.ts'

/** Removing a plan waits so long for its last backup. */
const patienceMs = 10_000

export interface RemovalActions {
  /** Removes a plan from this computer, with a last backup left behind where there is room for one. */
  readonly removePlan: (id: PlanId) => void
  /** Plans that were removed, and whose backups are still there. */
  readonly removedPlans: () => Promise<readonly RemovedPlan[]>
  readonly bringBackPlan: (id: PlanId) => void
  /** Removes the backups of a plan that was removed. */
  readonly forgetPlan: (id: PlanId) => Promise<void>
}

interface Parts {
  readonly store: AppStore
  readonly library: Library
  readonly copies: CopyStore
  readonly desk: PlanDesk
  readonly toaster: Pick<Toaster, 'show'>
  readonly backupsOf: (plan: PlanId) => PlanBackups
  readonly problem: (title: string, failure: StorageFailure) => void
}

export function createRemovalActions({ store, library, copies, desk, toaster, backupsOf, problem }: Parts): RemovalActions {
  const remove = async (id: PlanId): Promise<void> => {
    const lastBackup = backUpLast({ id, library, copies, backups: backupsOf(id), by: store.getState().computer }).catch(() => backupText.failure('failed'))
    // a second copy that doesn't answer keeps nobody from removing a plan
    const without = await atMost({ work: lastBackup, ms: patienceMs, late: backupText.failure('failed') })
    const removed = await library.removePlan(id)
    if (removed.ok) clearOutbox(id)
    else problem(appText.notRemoved, removed.failure)
    if (removed.ok && without !== null) toaster.show({ text: removedText.withoutBackup, detail: without, tone: 'problem' })
    // who opened another plan meanwhile stays there
    const plans = await library.plans()
    if (plans.ok) store.setState({ plans: plans.value })
    else problem(appText.notRead, plans.failure)
  }
  const bringBack = async (id: PlanId): Promise<void> => {
    const good = await backupsOf(id).newestGood(Date.now())
    if (!good.ok || good.value === null) return tellProblem(store, { title: backupText.notRead, text: backupText.whyNot(good.ok ? 'damaged' : good.reason) })
    const { file } = good.value
    await desk.open({ id, isSample: id === samplePlanId, fill: ({ plan }) => plan.getState().takeIn({ name: { action: 'planCreated', subject: '' }, theirs: file.set, edits: [], isOwn: true }) })
  }
  return {
    removePlan: (id) => void remove(id),
    removedPlans: async () => {
      const isHere = (id: PlanId): boolean => store.getState().plans.some((plan) => plan.id === id)
      await tidyRemovedPlans({ copies, isHere, now: Date.now() })
      return listRemovedPlans({ copies, isHere, now: Date.now(), run: stepsDone })
    },
    bringBackPlan: (id) => void bringBack(id),
    forgetPlan: async (id) => {
      const isForgotten = await forgetRemovedPlan({ copies, id }).catch(() => false)
      if (!isForgotten) tellProblem(store, { title: removedText.notForgotten, text: backupText.failure('failed') })
    },
  }
}

interface LastBackup extends Pick<Parts, 'library' | 'copies'> {
  readonly id: PlanId
  readonly backups: PlanBackups
  readonly by: FileAuthor
}

/** What is the matter where no last backup could be made, in a sentence; a plan that can't be read has those from before. */
async function backUpLast({ id, library, copies, backups, by }: LastBackup): Promise<string | null> {
  const storage = library.openPlan(id)
  const loaded = await storage.load()
  // what is still added to its journal would make a removed plan look like one that was lost
  await storage.settled()
  storage.close()
  if (!loaded.ok) return null
  const at = Date.now()
  const view = await stepsDone(viewInSteps(loaded.value))
  const written = await stepsDone(writeBackupInSteps({ view, by, at: new Date(at).toISOString(), app: productRelease }))
  const made = await backups.make({ written, reason: 'removed', at })
  if (!made.ok) return backupText.failure(made.reason)
  const { title, year } = statedPlan(view.set, id)
  await noteRemoval({ copies, id, backup: made.value.name, title, year })
  return null
}
