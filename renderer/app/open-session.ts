import { nanoid } from 'nanoid'
import { productRelease } from '../../shared/bridge/product.ts'
import { recordIn, type ChangeSet } from '../../shared/changes/fold.ts'
import { rewriteChanges } from '../../shared/changes/remove-changes.ts'
import { resumeAfterLoss, resumeWindowClock } from '../../shared/changes/writer.ts'
import type { BoardScope } from '../../shared/board/query.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { quarterAt, quarters } from '../../shared/model/year.ts'
import { wasShared } from '../../shared/plan/was-shared.ts'
import { viewInSteps } from '../../shared/plan/plan-index.ts'
import { liveGoals, type PlanView } from '../../shared/plan/plan-view.ts'
import { rollupOf } from '../../shared/plan/rollup.ts'
import { createLookedKeep } from '../data/looked.ts'
import { readOutbox, takeFromOutbox } from '../data/outbox.ts'
import type { Commit, Computer, Library, PlanStorage, Stored } from '../data/storage.ts'
import { createBackupStore } from '../state/backup-store.ts'
import { createBoardStore, firstBoardInSteps } from '../state/board-store.ts'
import type { DraftStore } from '../state/drafts.ts'
import { createOthersStore } from '../state/others-store.ts'
import { createPlanStore } from '../state/plan-store.ts'
import { stepsDone } from '../state/run-steps.ts'
import type { Session } from '../state/session.tsx'
import { createShareStore } from '../state/share-store.ts'
import { createSnapshotStore } from '../state/snapshot-store.ts'
import { createUiStore } from '../state/ui-store.ts'
import { backUpBefore } from './keep-backups.ts'
import { localToday } from './local-time.ts'
import { makeId } from './make-id.ts'
import type { Route } from './route.ts'

export interface OpenedPlan {
  readonly session: Session
  readonly storage: PlanStorage
  /** Whether nothing of it was on this computer; what an earlier page left of it waits until there is. */
  readonly isNew: boolean
}

export interface OpenSession {
  readonly library: Library
  readonly id: PlanId
  readonly computer: Computer
  /** The writer slot of this window. */
  readonly slot: number
  /** What is being typed in this window. */
  readonly drafts: DraftStore
  readonly route: Route | null
  /** See `PlanStoreParts`. */
  readonly onCopied: () => void
}

/** Loads a plan and makes the stores of a window around it. */
export async function openSession({ library, id, computer, slot, drafts, route, onCopied }: OpenSession): Promise<Stored<OpenedPlan>> {
  performance.mark('plan opening')
  const storage = library.openPlan(id)
  const loaded = await storage.load()
  if (!loaded.ok) {
    storage.close()
    return loaded
  }
  const isNew = recordIn(loaded.value, id) === undefined
  const set = isNew ? loaded.value : await takeUpOutbox({ id, storage, set: loaded.value })
  const clock = (storage.mended() === null ? resumeWindowClock : resumeAfterLoss)({ replica: computer.replica, slot, knows: set.knows, now: Date.now() })
  const exchanges = await storage.exchanges()
  // in steps, and apart from what was read before and what is made of it after: each takes its time in a large plan
  const view = await stepsDone(viewInSteps(set))
  const today = localToday()
  const scope = route?.scope ?? openingScope(view, today)
  const first = await stepsDone(firstBoardInSteps({ view, today, scope }))
  const plan = createPlanStore({
    planId: id,
    storage,
    view,
    exchanges: exchanges.ok ? exchanges.value : [],
    clock,
    slot,
    computer,
    now: Date.now,
    makeKey: () => nanoid(),
    onCopied,
    beforeTakingBack: () => backUpBefore({ backups }, 'takeBack'),
  })
  const backups = createBackupStore({ backups: storage.backups, plan: () => ({ view: plan.getState().view, by: plan.getState().computer }), app: productRelease, now: Date.now })
  const board = createBoardStore({ plan, today, scope, ...(plan.getState().view === view && { first }) })
  const ui = createUiStore({ screen: route?.screen ?? 'board' })
  const snapshots = createSnapshotStore(storage.snapshots)
  void snapshots.getState().load()
  const others = createOthersStore({ plan, storage, looked: createLookedKeep(id), now: Date.now })
  void others.getState().load()
  if (route?.goal !== null && route?.goal !== undefined) ui.getState().openGoal(route.goal)
  ui.getState().lookAt(route?.moment ?? null)
  ui.getState().checkInFor(route?.month ?? null)
  // seen in the browser's own tools, and taken by the benchmark
  performance.measure('plan opened', 'plan opening')
  return { ok: true, value: { storage, isNew, session: { plan, board, ui, snapshots, backups, share: createShareStore(), others, drafts, makeId, today: localToday } } }
}

/** The quarter that today is in; of a year that is over, or has not begun, the first in which something is planned. */
export function openingScope(view: PlanView, today: string): BoardScope {
  const now = view.plan === null ? null : quarterAt({ startsOn: view.plan.startsOn, day: today })
  if (now !== null) return now
  const planned = new Set([...liveGoals(view)].map(({ quarter }) => quarter))
  return quarters.find((quarter) => planned.has(quarter)) ?? 1
}

/** The plan with what an earlier page had no time to write, which is written now, unless it is there by now. */
async function takeUpOutbox({ id, storage, set }: { readonly id: PlanId; readonly storage: PlanStorage; readonly set: ChangeSet }): Promise<ChangeSet> {
  const commits = readOutbox(id)
  if (commits.length === 0) return set
  const written = await storage.append(commits.filter((commit) => !isIn(set, commit)))
  if (written.ok) takeFromOutbox(id, commits)
  return commits.reduce((before, commit) => rewriteChanges(before, commit).set, set)
}

/** Whether an edit changes nothing any more. That files went out changes nothing either, and is written all the same. */
function isIn(set: ChangeSet, commit: Commit): boolean {
  const { changes, without = [] } = commit
  return changes.length + without.length > 0 && rewriteChanges(set, commit).touched.size === 0
}

/** Keeps the library's entry and the plan's checkpoint in step with the plan, when there is time for it. */
export function keepInStep({ library, opened, isSample }: { readonly library: Library; readonly opened: OpenedPlan; readonly isSample: boolean }): () => void {
  const { plan } = opened.session
  let timer: ReturnType<typeof setTimeout> | undefined
  const openedAt = Date.now()
  const enter = (): void => {
    const { view, planId, saving, exchanges } = plan.getState()
    // one that was removed in another window is not listed again, and what could not be saved is not said of it
    if (view.plan === null || saving.kind === 'failed' || opened.storage.isRemoved()) return
    const { title, startsOn } = view.plan
    void library.savePlan({ id: planId, title, startsOn, isSample: isSample && !wasShared(exchanges), goals: rollupOf(view, 'root').goals, openedAt, changedAt: Date.now() })
  }
  const settle = (): void => {
    enter()
    void opened.storage.checkpoint()
  }
  // another window may open it as soon as it is listed, so what it begins with is written before
  let isEntered = plan.getState().saving.kind === 'saved'
  if (isEntered) enter()
  const stop = plan.subscribe(({ view, saving }, before) => {
    if (view === before.view && saving === before.saving) return
    if (!isEntered && saving.kind === 'saved') {
      isEntered = true
      enter()
    }
    clearTimeout(timer)
    timer = setTimeout(settle, 1_500)
  })
  return () => {
    stop()
    clearTimeout(timer)
    settle()
  }
}
