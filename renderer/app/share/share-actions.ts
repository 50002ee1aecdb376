import { nanoid } from 'nanoid'
import type { PlanId } from '../../../shared/model/ids.ts'
import { beginShare } from '../../../shared/share/join-share.ts'
import type { Mailbox } from '../../../shared/share/mailbox.ts'
import { untilNobodyRuns } from '../../data/one-window-runs.ts'
import type { SharePlace, ShareRecord } from '../../data/share-record.ts'
import type { StorageFailure, ShareRecords } from '../../data/storage.ts'
import type { ChosenFolder, ServerAccess, SharedFolders } from '../../host/share-places.ts'
import { placeName } from '../../parts/place-name.ts'
import { stepsDone } from '../../state/run-steps.ts'
import type { Session } from '../../state/session.tsx'
import { shareActionText } from '../../text/share-actions.ts'
import type { Toaster } from '../../ui/toaster.ts'
import type { AppStore } from '../app-store.ts'
import { openIn, type PlanDesk } from '../plan-desk.ts'
import { shareName } from './follow-share.ts'
import { createJoining, isSamePlace, type Begun } from './join-share.ts'
import { reachServer, type ServerEntry } from './reach-server.ts'
import type { SharePlaces } from './share-places.ts'
import { whyNot } from './why-not.ts'

/** What the app does about shares: what commands begin, and what the dialogs that they open go on with. */
export interface ShareActions {
  /** Begins to share the open plan through a folder: says first what that means. */
  readonly shareThroughFolder: () => void
  readonly shareThroughServer: () => void
  /** Lets a person choose a folder in which a colleague shares a plan, and joins them. */
  readonly openSharedFolder: () => void
  /** Joins a colleague in a folder that was handed to the app from outside. */
  readonly joinFolder: (chosen: ChosenFolder) => void
  /** The same, in one that was dropped on the window. */
  readonly joinDropped: (item: DataTransferItem) => void
  readonly joinThroughServer: () => void
  /** Asks whether to leave the share. */
  readonly leaveShare: () => void
  /** Lets a person choose where the folder is made, and shares the open plan there. Why it can't be, in a sentence; null where it is, or none was chosen. */
  readonly chooseShareFolder: () => Promise<string | null>
  /** Shares the open plan through a server, or joins who share there; closes the dialog. Why it can't, in a sentence, or null. */
  readonly connectServer: (purpose: 'share' | 'join', server: ServerEntry) => Promise<string | null>
  /** False where no folder can be chosen here. */
  readonly handsOutFolders: boolean
  /** Where what a server is shown is kept, for the dialog to say. */
  readonly keepsSecrets: ServerAccess['keeps']
  /** Leaves the share; the plan stays, and so does what lies in the folder or on the server. */
  readonly endShare: () => Promise<void>
  /** Gives up reading a shared plan. */
  readonly cancelJoining: () => void
  /** Joins a plan though a clock in it runs far ahead. */
  readonly joinAllTheSame: () => void
}

export interface ShareActionsParts {
  readonly store: AppStore
  readonly desk: PlanDesk
  readonly toaster: Toaster
  readonly records: ShareRecords
  readonly folders: SharedFolders
  readonly servers: ServerAccess
  readonly places: SharePlaces
  readonly locks: Pick<LockManager, 'request'>
  readonly problem: (title: string, failure: StorageFailure) => void
}

/** So long it is waited for another window that runs the share to let go of it. */
const handOverMs = 8_000

export function createShareActions(parts: ShareActionsParts): ShareActions {
  const { store, toaster, records, folders, servers, places, locks, problem } = parts
  const current = (): Session | null => openIn(store)
  const closeOverlay = (): void => store.setState({ overlay: null })
  const recordOf = async (plan: PlanId): Promise<ShareRecord | null> => {
    const kept = await records.of(plan)
    return kept.ok ? kept.value : null
  }
  /** Lets go of the share of a plan, where it has one, and waits until no window hands anything out any more. */
  const stop = async (planId: PlanId): Promise<StorageFailure | null> => {
    const forgotten = await records.forget(planId)
    if (!forgotten.ok) return forgotten.failure
    await untilNobodyRuns({ name: shareName(planId), locks, ms: handOverMs })
    return null
  }
  /** Ends the share of the open plan, where it has one. */
  const end = async (session: Session, next: SharePlace | null): Promise<StorageFailure | null> => {
    const { planId, markUnshared } = session.plan.getState()
    const record = await recordOf(planId)
    const failure = await stop(planId)
    if (failure !== null) return failure
    markUnshared()
    // what another server is shown lies in the place of what this one was
    const isReplaced = record?.place.kind === 'server' && next?.kind === 'server'
    if (record !== null && !isReplaced) await places.forget(record).catch(() => undefined)
    return null
  }
  /** Goes on with a share as the one it was, under another sign-in: what it knows of snapshots that were removed here stays with it. */
  const pause = async ({ plan }: ShareRecord): Promise<StorageFailure | null> => {
    const known = await records.knownSnapshots(plan)
    if (!known.ok) return known.failure
    const failure = await stop(plan)
    if (failure !== null) return failure
    const kept = await records.addKnownSnapshots(plan, known.value)
    return kept.ok ? null : kept.failure
  }
  const begin = async ({ session, place, isJoined }: { readonly session: Session; readonly place: SharePlace; readonly isJoined: boolean }): Promise<Begun> => {
    const { planId, markShared, markUnshared } = session.plan.getState()
    const before = await recordOf(planId)
    if (before !== null && (await isSameFolder({ folders, before: before.place, place }))) {
      session.share.getState().retry()
      return 'already'
    }
    const same = before !== null && place.kind === 'server' && isSamePlace(before.place, place) ? before : null
    if ((same === null ? await end(session, place) : await pause(same)) !== null) return { why: shareActionText.notKept }
    const id = same?.id ?? nanoid()
    // it counts as out before any of it goes out
    markShared({ id, place: placeName(place), isJoined })
    if ((await records.save({ plan: planId, id, place })).ok) return 'begun'
    markUnshared()
    return { why: shareActionText.notKept }
  }
  /**
   * Shares the open plan in a place that holds no other one. Why it can't be, in a sentence, or null.
   * @param keepSignIn called once it is known that it can: one that is refused must not take the place of what the plan's own server is shown
   */
  const share = async ({ session, place, mailbox, keepSignIn }: { readonly session: Session; readonly place: SharePlace; readonly mailbox: Mailbox; readonly keepSignIn?: () => Promise<void> }): Promise<string | null> => {
    const { planId, view } = session.plan.getState()
    const begun = await beginShare({ mailbox, run: stepsDone, planId, title: view.plan?.title ?? '' }).finally(() => void mailbox.close())
    if (begun.kind === 'otherPlan') return shareActionText.otherPlan(begun.title)
    if (begun.kind !== 'begun') return whyNot(begun, place)
    if (current() !== session) return null
    await keepSignIn?.()
    const now = await begin({ session, place, isJoined: false })
    if (typeof now === 'object') return now.why
    closeOverlay()
    toaster.show({ text: now === 'already' ? shareActionText.already(view.plan?.title ?? '', placeName(place)) : shareActionText.shared(placeName(place)) })
    return null
  }
  const joining = createJoining({ ...parts, recordOf, begin: (session, place) => begin({ session, place, isJoined: true }) })

  return {
    shareThroughFolder: () => {
      const session = current()
      if (session === null) return
      store.setState({ overlay: { kind: 'shareFolder', leaves: session.share.getState().share } })
    },
    shareThroughServer: () => {
      const session = current()
      if (session !== null) store.setState({ overlay: { kind: 'shareServer', purpose: 'share', leaves: session.share.getState().share } })
    },
    openSharedFolder: () => void joining.chooseFolder(),
    joinFolder: (chosen) => void joining.inFolder(chosen),
    joinDropped: (item) => void joining.dropped(item),
    joinThroughServer: () => store.setState({ overlay: { kind: 'shareServer', purpose: 'join', leaves: null } }),
    leaveShare: () => {
      const share = current()?.share.getState().share ?? null
      if (share !== null) store.setState({ overlay: { kind: 'leaveShare', share } })
    },
    chooseShareFolder: async () => {
      const session = current()
      if (session === null) return null
      const { view, planId: plan } = session.plan.getState()
      const chosen = await folders.choose({ share: { suggestedName: view.plan?.title ?? '', plan } }).catch(() => 'failed' as const)
      if (chosen === 'failed') return shareActionText.notChosen
      if (chosen === null || current() !== session) return null
      const opened = await places.openFolder(chosen.token)
      const why = opened.ok ? await share({ session, place: { kind: 'folder', ...chosen }, mailbox: opened.value }) : shareActionText.folder[opened.reason]
      if (why !== null) await folders.forget(chosen.token).catch(() => undefined)
      return why
    },
    connectServer: async (purpose, entry) => {
      if (purpose === 'join') return joining.throughServer(entry)
      const session = current()
      if (session === null) return null
      const { planId } = session.plan.getState()
      const reached = await reachServer({ places, entry, planOf: (plan) => (plan === null || plan === planId ? planId : { why: shareActionText.otherPlanInAddress }) })
      if (!reached.ok) return reached.why
      const { place, mailbox } = reached
      return share({ session, place, mailbox, keepSignIn: async () => {
        if (place.signsIn) await places.keepCredentials({ ...reached, isRemembered: entry.isRemembered })
      } })
    },
    handsOutFolders: folders.isAvailable,
    keepsSecrets: servers.keeps,
    endShare: async () => {
      const session = current()
      if (session === null) return
      const { share: left } = session.share.getState()
      closeOverlay()
      const failure = await end(session, null)
      if (failure !== null) return problem(shareActionText.notLeft, failure)
      if (left !== null) toaster.show({ text: shareActionText.left(placeName(left)) })
    },
    cancelJoining: joining.cancel,
    joinAllTheSame: joining.goOn,
  }
}

/** Whether that is the very folder through which the plan is shared; then what was chosen now is forgotten again. */
async function isSameFolder({ folders, before, place }: { readonly folders: SharedFolders; readonly before: SharePlace; readonly place: SharePlace }): Promise<boolean> {
  if (before.kind !== 'folder' || place.kind !== 'folder') return false
  const isSame = await folders.isSame(before.token, place.token).catch(() => false)
  if (isSame) await folders.forget(place.token).catch(() => undefined)
  return isSame
}
