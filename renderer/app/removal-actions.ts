import type { CopyStore } from '../../shared/copies/copy-store.ts'
import type { RemovedPlan } from '../../shared/copies/removed-plan.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { samplePlanId } from '../../shared/sample/tec3-sample.ts'
import { clearOutbox, readOutbox, takeFromOutbox } from '../data/outbox.ts'
import type { PlanBackups } from '../data/plan-backups.ts'
import { forgetRemovedPlan, listRemovedPlans, tidyRemovedPlans } from '../data/removed-plans.ts'
import type { Library, StorageFailure } from '../data/storage.ts'
import { atMost } from '../host/at-most.ts'
import { stepsDone } from '../state/run-steps.ts'
import type { Session } from '../state/session.tsx'
import { appText } from '../text/app.ts'
import { backupText, removedText } from '../text/backups.ts'
import type { AppStore } from './app-store.ts'
import { backUpLast, type LastBackup } from './last-backup.ts'
import { openIn, type PlanDesk } from './plan-desk.ts'
import { tellProblem } from './tell-problem.ts'

/** Removing a plan waits so long for its last backup. */
const patienceMs = 10_000

export interface RemovalActions {
  /** Removes a plan from this computer, with a last backup left behind; where none can be made it is asked first, unless it was. */
  readonly removePlan: (id: PlanId, how?: { readonly isWithoutBackup?: boolean }) => void
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
  readonly backupsOf: (plan: PlanId) => PlanBackups
  /** How to forget the folder or the server through which a plan is shared. */
  readonly placeOf: (plan: PlanId) => Promise<() => Promise<void>>
  readonly problem: (title: string, failure: StorageFailure) => void
}

export function createRemovalActions({ store, library, copies, desk, backupsOf, placeOf, problem }: Parts): RemovalActions {
  const remove = async (id: PlanId, isWithoutBackup: boolean): Promise<void> => {
    const left = readOutbox(id)
    const lastBackup = backUpLast({ id, left, library, copies, backups: backupsOf(id), by: store.getState().computer }).catch((): LastBackup => 'failed')
    // a second copy that doesn't answer keeps nobody from removing a plan
    const made = await atMost({ work: lastBackup, ms: patienceMs, late: 'late' as const })
    if (made !== 'made' && !isWithoutBackup) return ask(id, made)
    const forgetPlace = await placeOf(id)
    const removed = await library.removePlan(id)
    if (removed.ok) {
      takeFromOutbox(id, left)
      await forgetPlace()
    } else problem(appText.notRemoved, removed.failure)
    // who opened another plan meanwhile stays there
    const plans = await library.plans()
    if (plans.ok) store.setState({ plans: plans.value })
    else problem(appText.notRead, plans.failure)
  }
  /** Before anything is deleted of a plan of which nothing would be left, or not all. */
  const ask = async (plan: PlanId, why: Exclude<LastBackup, 'made'>): Promise<void> => {
    const title = store.getState().plans.find(({ id }) => id === plan)?.title ?? ''
    const listed = why === 'unavailable' ? null : await atMost({ work: backupsOf(plan).list().catch(() => null), ms: patienceMs, late: null })
    const newest = listed?.ok === true ? (listed.value.find(({ isDamaged }) => !isDamaged)?.at ?? null) : null
    store.setState({ overlay: { kind: 'removeAnyway', plan, title, why, newest } })
  }
  const bringBack = async (id: PlanId): Promise<void> => {
    const good = await backupsOf(id).newestGood(Date.now())
    if (!good.ok || good.value === null) return tellProblem(store, { title: backupText.notRead, text: backupText.whyNot(good.ok ? 'damaged' : good.reason) })
    const { file } = good.value
    const takeIn = ({ plan }: Session): void => {
      plan.getState().takeIn({ name: { action: 'planCreated', subject: '' }, theirs: file.set, edits: [], isOwn: true })
      plan.setState({ undoable: [], lastAction: null })
    }
    const opening = await desk.open({ id, isSample: id === samplePlanId, fill: takeIn })
    const session = openIn(store)
    // where some of it was there the rest comes in as well
    if (opening === 'open' && session?.plan.getState().planId === id) takeIn(session)
  }
  return {
    removePlan: (id, { isWithoutBackup = false } = {}) => void remove(id, isWithoutBackup),
    removedPlans: async () => {
      const isHere = (id: PlanId): boolean => store.getState().plans.some((plan) => plan.id === id)
      await tidyRemovedPlans({ copies, isHere, now: Date.now() })
      return listRemovedPlans({ copies, isHere, now: Date.now(), run: stepsDone })
    },
    bringBackPlan: (id) => void bringBack(id),
    forgetPlan: async (id) => {
      const isForgotten = await forgetRemovedPlan({ copies, id }).catch(() => false)
      if (isForgotten) clearOutbox(id)
      else tellProblem(store, { title: removedText.notForgotten, text: backupText.failure('failed') })
    },
  }
}
