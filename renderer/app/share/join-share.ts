import type { ChangeSet } from '../../../shared/changes/fold.ts'
import { stampsAhead } from '../../../shared/changes/merge.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { computerNameIn } from '../../../shared/plan/stamp-source.ts'
import { readShared } from '../../../shared/share/join-share.ts'
import type { Mailbox } from '../../../shared/share/mailbox.ts'
import type { SharePlace, ShareRecord } from '../../data/share-record.ts'
import type { ChosenFolder, SharedFolders } from '../../host/share-places.ts'
import { placeName } from '../../parts/place-name.ts'
import { stepsDone } from '../../state/run-steps.ts'
import type { Session } from '../../state/session.tsx'
import { shareActionText } from '../../text/share-actions.ts'
import type { Toaster } from '../../ui/toaster.ts'
import type { AppOverlay, AppStore } from '../app-store.ts'
import { openIn, type PlanDesk } from '../plan-desk.ts'
import { tellProblem } from '../tell-problem.ts'
import { reachServer, type ServerEntry } from './reach-server.ts'
import type { SharePlaces } from './share-places.ts'
import { whyNot } from './why-not.ts'

interface JoiningParts {
  readonly store: AppStore
  readonly desk: PlanDesk
  readonly toaster: Toaster
  readonly folders: SharedFolders
  readonly places: SharePlaces
  readonly recordOf: (plan: PlanId) => Promise<ShareRecord | null>
  /** Shares an open plan through a place. */
  readonly begin: (session: Session, place: SharePlace) => Promise<Begun>
}

/** What came of sharing a plan in a place: it is, it was already, or why it can't be, in a sentence. */
export type Begun = 'begun' | 'already' | { readonly why: string }

/** A plan that is shared somewhere, and can be joined from here. */
interface FoundPlan {
  readonly planId: PlanId
  readonly title: string
  readonly set: ChangeSet
  /** Where it is shared from here already. */
  readonly shared: SharePlace | null
}

type Found = ({ readonly ok: true } & FoundPlan) | { readonly ok: false; readonly why: string }

/** Joins those who share a plan already. */
export interface Joining {
  readonly chooseFolder: () => Promise<void>
  /** Joins those who share in a folder that was dropped on the window. Call while it is dropped. */
  readonly dropped: (item: DataTransferItem) => Promise<void>
  /** Joins those who share in a folder that a person chose, or handed to the app. */
  readonly inFolder: (chosen: ChosenFolder) => Promise<void>
  /** Why it can't be, in a sentence for the form that asked, which stays then; null where it is, or was given up. */
  readonly throughServer: (entry: ServerEntry) => Promise<string | null>
  /** A plan in which a clock runs ahead is joined all the same. */
  readonly goOn: () => void
  readonly cancel: () => void
}

export function createJoining({ store, desk, toaster, folders, places, recordOf, begin }: JoiningParts): Joining {
  /** The joining that is under way. */
  let now: object | null = null
  /** Told a person's word on the plan that waits for it. */
  let answer = (_isWanted: boolean): void => undefined
  const hideProgress = (): void => {
    const kind = store.getState().overlay?.kind
    if (kind === 'joining' || kind === 'joinAhead' || kind === 'joinMine') store.setState({ overlay: null })
  }
  const refuse = (why: string): void => tellProblem(store, { title: shareActionText.notJoined, text: why })

  /** Reads what is shared, and whether it can be joined from here; opens nothing. */
  const find = async ({ mailbox, place, named }: { readonly mailbox: Mailbox; readonly place: SharePlace; readonly named: PlanId | null }): Promise<Found> => {
    const read = await readShared({ mailbox, run: stepsDone }).finally(() => void mailbox.close())
    if (read.kind !== 'share') return { ok: false, why: whyNot(read, place) }
    const { planId, title, set } = read
    if (set === null) return { ok: false, why: shareActionText.half }
    if (named !== null && named !== planId) return { ok: false, why: shareActionText.otherPlan(title) }
    const shared = await recordOf(planId)
    if (shared !== null && !isSamePlace(shared.place, place)) return { ok: false, why: shareActionText.sharedElsewhere(title, placeName(shared.place)) }
    return { ok: true, planId, title, set, shared: shared?.place ?? null }
  }
  /** What a plan that is on this computer is called; the list may not have yet what is open. */
  const titleHere = (planId: PlanId): string | undefined => {
    const open = openIn(store)?.plan.getState()
    return open?.planId === planId ? (open.view.plan?.title ?? '') : store.getState().plans.find(({ id }) => id === planId)?.title
  }
  const ask = (question: AppOverlay): Promise<boolean> => {
    const asked = Promise.withResolvers<boolean>()
    answer = asked.resolve
    store.setState({ overlay: question })
    // another question may stand there by then
    return asked.promise.finally(() => {
      if (store.getState().overlay === question) hideProgress()
    })
  }
  const isSharedThere = async (shared: SharePlace | null, place: SharePlace): Promise<boolean> => {
    if (shared?.kind !== 'folder' || place.kind !== 'folder') return shared !== null // another server was refused before
    return folders.isSame(shared.token, place.token).catch(() => false)
  }
  /**
   * Whether what was found may come in. All of a plan that isn't here would come in at once, a clock that is off included; of one that
   * is here all would go out, to a place that only says that it is of this plan: of both a person is asked first.
   */
  const isWanted = async ({ planId, title, set, shared }: FoundPlan, place: SharePlace): Promise<boolean> => {
    answer(false)
    const mine = titleHere(planId)
    if (mine !== undefined) return (await isSharedThere(shared, place)) || ask({ kind: 'joinMine', title: mine, called: title, place: placeName(place), leaves: shared === null ? null : placeName(shared) })
    const ahead = stampsAhead({ set, known: new Map(), now: Date.now() })
    return ahead.length === 0 || ask({ kind: 'joinAhead', clocks: ahead.map(({ replica, byMs }) => ({ replica, name: computerNameIn(set, replica), byMs })) })
  }
  const unreadable = (): Found => ({ ok: false, why: shareActionText.refused })
  /** Opens what was found, and shares it from here too. Why it can't be, in a sentence, or null. */
  const enter = async ({ planId, title, set }: FoundPlan, place: SharePlace): Promise<string | null> => {
    const fill = ({ plan }: Session): void => plan.getState().takeIn({ name: { action: 'planCreated', subject: '' }, theirs: set, edits: [], isOwn: true })
    const opening = await desk.open({ id: planId, fill })
    const session = openIn(store)
    // a plan that can't be opened, or one that can't be left, is told about already
    if (opening === 'refused' || session?.plan.getState().planId !== planId) return null
    const now = await begin(session, place)
    if (typeof now === 'object') return now.why
    const called = session.plan.getState().view.plan?.title ?? title
    toaster.show({ text: now === 'already' ? shareActionText.already(called, placeName(place)) : shareActionText.joined(called) })
    return null
  }
  /** Why those who share in the folder can't be joined, in a sentence; null where they are, or it was given up. */
  const joinFolder = async (chosen: ChosenFolder): Promise<string | null> => {
    const place = { kind: 'folder', ...chosen } as const
    const opened = await places.openFolder(chosen.token)
    if (!opened.ok) return shareActionText.folder[opened.reason]
    const mine = {}
    now = mine
    store.setState({ overlay: { kind: 'joining', from: placeName(place) } })
    const found = await find({ mailbox: opened.value, place, named: null }).catch(unreadable)
    if (now !== mine) return null
    hideProgress()
    if (!found.ok) return found.why
    if (await isWanted(found, place)) return enter(found, place).catch(() => shareActionText.refused)
    await folders.forget(chosen.token).catch(() => undefined)
    return null
  }
  const inFolder = async (chosen: ChosenFolder): Promise<void> => {
    const why = await joinFolder(chosen)
    if (why === null) return
    await folders.forget(chosen.token).catch(() => undefined)
    refuse(why)
  }
  return {
    chooseFolder: async () => {
      if (!folders.isAvailable) return refuse(shareActionText.noFolders)
      const chosen = await folders.choose({ share: null }).catch(() => 'failed' as const)
      if (chosen === 'failed') return refuse(shareActionText.notChosen)
      if (chosen !== null) await inFolder(chosen)
    },
    dropped: async (item) => {
      if (!folders.isAvailable) return refuse(shareActionText.noFolders)
      const chosen = await folders.takeDropped(item).catch(() => null)
      if (chosen === null) refuse(shareActionText.notChosen)
      else await inFolder(chosen)
    },
    inFolder,
    throughServer: async (entry) => {
      const mine = {}
      now = mine
      // the form stays, with what was typed in it, until it is known that there is a plan to open
      const form = store.getState().overlay
      const reached = await reachServer({ places, entry, planOf: (plan) => plan ?? { why: shareActionText.noPlanInAddress } })
      if (!reached.ok) return reached.why
      const { plan, place, mailbox } = reached
      const found = await find({ mailbox, place, named: plan }).catch(unreadable)
      // who closes the form meanwhile gives it up
      if (now !== mine || store.getState().overlay !== form) return null
      if (!found.ok) return found.why
      if (!(await isWanted(found, place))) return null
      // the runner of a plan that is shared there already goes on with what it was given
      if (place.signsIn) await places.keepCredentials({ ...reached, isRemembered: entry.isRemembered })
      store.setState({ overlay: null })
      const why = await enter(found, place)
      if (why !== null) refuse(why)
      return null
    },
    goOn: () => answer(true),
    cancel: () => {
      now = null
      answer(false)
      hideProgress()
    },
  }
}

/** Whether both are one place, as far as that can be told. */
export function isSamePlace(a: SharePlace, b: SharePlace): boolean {
  if (a.kind === 'server') return b.kind === 'server' && a.address === b.address
  return b.kind === 'folder' // the same one may be reached by another way
}
