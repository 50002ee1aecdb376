import type { ChangeSet } from '../../shared/changes/fold.ts'
import { createTurns } from '../../shared/changes/turns.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { PlanEntry } from '../../shared/model/plan-entry.ts'
import { askToKeepPlans } from '../data/keep-plans.ts'
import { readOutbox } from '../data/outbox.ts'
import type { Library, Stored } from '../data/storage.ts'
import type { DraftStore } from '../state/drafts.ts'
import type { Session } from '../state/session.tsx'
import { appText } from '../text/app.ts'
import type { AppStore } from './app-store.ts'
import { keepBackups } from './keep-backups.ts'
import { keepStarts } from './keep-starts.ts'
import { keepUnwritten } from './keep-unwritten.ts'
import { keepInStep, openingScope, openSession, type OpenedPlan } from './open-session.ts'
import { placeOf } from './place-of.ts'
import type { Route } from './route.ts'
import { tellProblem } from './tell-problem.ts'
import { watchRemoval } from './watch-removal.ts'
import { watchCopy } from './watch-copy.ts'

export interface OpenPlan {
  readonly id: PlanId
  readonly route?: Route | null
  /** For a plan that is new on this computer; any other stays what it is. */
  readonly isSample?: boolean
  /** Puts the first content into a plan that is new on this computer; it is no step to be undone. Not called for any other. */
  readonly fill?: (session: Session) => void
}

/**
 * What came of it: the plan is `new` and began with what was put in; it is `open` with what was in it before; or it could
 * not be opened, or the one before not be left, and the person was told.
 */
export type Opening = 'new' | 'open' | 'refused'

/** Opens one plan after another in this window. */
export interface PlanDesk {
  readonly open: (plan: OpenPlan) => Promise<Opening>
  readonly showStart: () => Promise<void>
  /** Puts the open plan back on this computer, from which another window has removed it, as it stands here. */
  readonly bringBackOpen: () => Promise<void>
  /** Whether a plan is on this computer. */
  readonly has: (id: PlanId) => Promise<boolean>
  /** The changes of a plan on this computer; null when there is no such plan. */
  readonly changesOf: (id: PlanId) => Promise<Stored<ChangeSet | null>>
}

export interface PlanDeskParts {
  readonly store: AppStore
  readonly library: Library
  /** The writer slot of this window. */
  readonly slot: number
  /** What is being typed in this window. */
  readonly drafts: DraftStore
  readonly onCopied: () => void
  /** Called before a plan is left: what stands in a field becomes an edit of it. */
  readonly onLeave: () => void
  /** Connects an open plan with its share; gives how to end that. */
  readonly followShare: (session: Session) => () => void
  /** Notes what somebody looks at; gives how to end that. */
  readonly followLooks: (session: Session) => () => void
}

export function createPlanDesk({ store, library, slot, drafts, onCopied, onLeave, followShare, followLooks }: PlanDeskParts): PlanDesk {
  /** Leaves the open plan, once everything is written; false when something can't be, and the person has to act first. */
  const leave = async (): Promise<boolean> => {
    const { phase } = store.getState()
    if (phase.kind !== 'plan') return true
    // what is typed while one waits for the disk becomes an edit too, so it is asked again until there is nothing left
    while (!phase.opened.storage.isRemoved()) {
      onLeave()
      if (!(await isWritten(phase.opened.session)) && !phase.opened.storage.isRemoved()) {
        tellProblem(store, { title: appText.unsaved, text: appText.unsavedHint })
        return false
      }
      onLeave()
      if (isAtRest(phase.opened.session)) break
    }
    if (phase.opened.storage.isRemoved()) onLeave()
    keepUnwritten(phase.opened, slot)
    phase.stop()
    phase.opened.storage.close()
    // what is typed into a plan that is closed would be nowhere
    store.setState({ phase: { kind: 'starting' } })
    return true
  }
  /** Asks the library: the list on the start screen knows nothing of plans that were opened since. */
  const entryOf = async (id: PlanId): Promise<Stored<PlanEntry | null>> => {
    const plans = await library.plans()
    return plans.ok ? { ok: true, value: plans.value.find((entry) => entry.id === id) ?? null } : plans
  }
  const showStart = async (): Promise<void> => {
    if (!(await leave())) return
    const plans = await library.plans()
    if (plans.ok) store.setState({ phase: { kind: 'start' }, plans: plans.value })
    else store.setState({ phase: { kind: 'unusable', failure: plans.failure } })
  }
  const open = async ({ id, route = null, isSample, fill, isAgain = false }: OpenPlan & { readonly isAgain?: boolean }): Promise<Opening> => {
    if (!isAgain && openIn(store)?.plan.getState().planId === id) return 'open'
    const load = (): Promise<Stored<OpenedPlan>> => openSession({ library, id, computer: store.getState().computer, slot, drafts, route, onCopied })
    // the plan that is open stays so until the other one is there: whoever types meanwhile loses nothing
    const opened = await load()
    const entry = await entryOf(id)
    const isNothing = isAgain && fill === undefined && opened.ok && opened.value.isNew
    if (isNothing || !(await leave())) {
      if (opened.ok) opened.value.storage.close()
      return 'refused'
    }
    if (!opened.ok) {
      store.setState({ phase: { kind: 'unusable', failure: opened.failure, plan: id } })
      return 'refused'
    }
    const { isNew } = opened.value
    const sample = isNew ? (isSample ?? false) : entry.ok && entry.value?.isSample === true
    if (fill !== undefined && isNew) fillNew({ opened: opened.value, fill, isPlaced: route !== null })
    const whole = await withOutbox({ id, opened: opened.value, load })
    const { session, storage } = whole
    session.plan.setState({ undoable: [], lastAction: null })
    if (session.plan.getState().view.plan === null) {
      storage.close()
      // listed and empty: what there was of it is gone; not listed: an address of a plan that isn't on this computer
      if (entry.ok && entry.value !== null) store.setState({ phase: { kind: 'unusable', failure: { kind: 'damaged', where: 'commits' }, plan: id } })
      else await showStart()
      return 'refused'
    }
    if (!sample) askToKeepPlans()
    const reopen = (): void => void inTurn(async () => (openIn(store) === session ? open({ id, route: placeOf(session), isAgain: true }) : 'refused'))
    const stops = [
      keepInStep({ library, opened: whole, isSample: sample }),
      keepStarts(session),
      keepBackups(session),
      followLooks(session),
      followShare(session),
      watchCopy({ backups: session.backups, storage }),
      watchRemoval({ library, opened: whole, onBack: reopen }),
    ]
    store.setState({ phase: { kind: 'plan', opened: whole, isSample: sample, stop: () => stops.forEach((stop) => stop()) } })
    return fill !== undefined && isNew ? 'new' : 'open'
  }
  const bringBackOpen = async (): Promise<void> => {
    const { phase } = store.getState()
    if (phase.kind !== 'plan') return
    const { session } = phase.opened
    const { planId, view } = session.plan.getState()
    const fill = ({ plan }: Session): void => plan.getState().takeIn({ name: { action: 'planCreated', subject: '' }, theirs: view.set, edits: [], isOwn: true })
    await open({ id: planId, route: placeOf(session), isSample: phase.isSample, fill, isAgain: true })
  }
  // of two plans opened at once both would be half open
  const inTurn = createTurns()
  return {
    showStart: () => inTurn(showStart),
    bringBackOpen: () => inTurn(bringBackOpen),
    has: async (id) => {
      const entry = await entryOf(id)
      return entry.ok && entry.value !== null
    },
    open: (plan) => inTurn(() => open(plan)),
    changesOf: async (id) => {
      const here = openIn(store)?.plan.getState()
      if (here?.planId === id) return { ok: true, value: here.view.set }
      const entry = await entryOf(id)
      if (!entry.ok) return entry
      if (entry.value === null) return { ok: true, value: null }
      const storage = library.openPlan(id)
      const loaded = await storage.load()
      storage.close()
      return loaded
    },
  }
}

/** @param isPlaced the address says what is shown */
function fillNew({ opened: { session }, fill, isPlaced }: { readonly opened: OpenedPlan; readonly fill: (session: Session) => void; readonly isPlaced: boolean }): void {
  fill(session)
  if (!isPlaced) session.board.getState().showScope(openingScope(session.plan.getState().view, session.today()))
}

/** The plan with what other windows could not write of it, which is taken up once there is a plan that it belongs to. */
async function withOutbox({ id, opened, load }: { readonly id: PlanId; readonly opened: OpenedPlan; readonly load: () => Promise<Stored<OpenedPlan>> }): Promise<OpenedPlan> {
  const { session, storage } = opened
  if (readOutbox(id).length === 0 || session.plan.getState().view.plan === null || !(await isWritten(session))) return opened
  const again = await load()
  if (!again.ok) return opened
  storage.close()
  return again.value
}

/** What is open in this window, if it is a plan. */
export function openIn(store: AppStore): Session | null {
  const { phase } = store.getState()
  return phase.kind === 'plan' ? phase.opened.session : null
}

function isAtRest({ plan }: Session): boolean {
  const { saving, leaving } = plan.getState()
  return saving.kind === 'saved' && leaving === 0
}

/** Waits until all that was done is on disk, and of each file is known whether it was saved; false when a write has failed. */
function isWritten({ plan }: Session): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { saving: { kind }, leaving } = plan.getState()
      if (kind === 'saving' || leaving > 0) return
      stop()
      resolve(kind === 'saved')
    }
    const stop = plan.subscribe(look)
    look()
  })
}
