import type { OpenedFile } from '../../shared/bridge/files.ts'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import { createPlan } from '../../shared/edits/tree-edits.ts'
import type { PlanFile } from '../../shared/file/read-plan-file.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { rollupOf } from '../../shared/plan/rollup.ts'
import { sampleChangeSet, samplePlanId } from '../../shared/sample/tec3-sample.ts'
import { createPlanBackups, type PlanBackups } from '../data/plan-backups.ts'
import { savePreferences } from '../data/preferences.ts'
import type { Library, StorageFailure } from '../data/storage.ts'
import type { AcceptedPage } from '../features/exchange/accepted-page.ts'
import type { MergeDecision } from '../features/exchange/MergeDialog.tsx'
import type { Host } from '../host/host.ts'
import type { DraftStore } from '../state/drafts.ts'
import { stepsDone } from '../state/run-steps.ts'
import type { Session } from '../state/session.tsx'
import { appText } from '../text/app.ts'
import type { Toaster } from '../ui/toaster.ts'
import { applyTheme } from './apply-theme.ts'
import { createBackupActions, type BackupActions } from './backup-actions.ts'
import { createAboutActions, type AboutActions } from './about-actions.ts'
import type { AppActions } from './app-actions.ts'
import type { AppStore } from './app-store.ts'
import { exportPlan } from './export-plan.ts'
import { exportWikitext } from './export-wikitext.ts'
import { createFileQueue } from './file-queue.ts'
import { followLooks } from './follow-looks.ts'
import { leaveField } from './leave-field.ts'
import { makeId } from './make-id.ts'
import { mergeReviewed } from './merge-reviewed.ts'
import { openCopy } from './open-copy.ts'
import { createPlanDesk, openIn, type PlanDesk } from './plan-desk.ts'
import { createRemovalActions, type RemovalActions } from './removal-actions.ts'
import { createRecentActions } from './recent-actions.ts'
import { createReportActions } from './report-actions.ts'
import { createOldHistoryActions } from './old-history-actions.ts'
import { createShareActions } from './share/share-actions.ts'
import type { Sharing } from './share/sharing.ts'
import { createSnapshotActions, type SnapshotActions } from './snapshot-actions.ts'
import { refuseFile, takeFile as takeOneFile } from './take-file.ts'
import { startNextYear } from './start-next-year.ts'
import { takeIntoPlan } from './take-into-plan.ts'
import { tellProblem } from './tell-problem.ts'
import { createThisComputer, type ThisComputer } from './this-computer.ts'

export interface AppParts {
  readonly store: AppStore
  readonly library: Library
  readonly host: Host
  readonly toaster: Toaster
  /** The writer slot of this window. */
  readonly slot: number
  /** What is being typed in this window. */
  readonly drafts: DraftStore
  readonly sharing: Sharing
}

export interface App extends AppActions, AboutActions, BackupActions, RemovalActions, Omit<SnapshotActions, 'openSnapshot'> {
  readonly store: AppStore
  readonly desk: PlanDesk
  /** Takes in what a goals page said, and what the person chose otherwise. */
  readonly acceptPage: (page: AcceptedPage) => void
  /** Merges the file that was looked through, and writes what the person chose against it. */
  readonly mergeFile: (decision: MergeDecision) => void
  /** Opens the file that was looked through as a plan of its own. */
  readonly openCopy: () => void
  readonly takeFile: (file: OpenedFile) => void
  readonly closeOverlay: () => void
  readonly becomeComputer: ThisComputer['become']
  /** The changes of a plan on this computer, for whoever compares; null when there is none, or when it can't be read, which is said. */
  readonly changesFor: (id: PlanId) => Promise<ChangeSet | null>
}

/** Puts the parts of the app together; it keeps no state of its own. */
export function createApp({ store, library, host, toaster, slot, drafts, sharing }: AppParts): App {
  const desk = createPlanDesk({ store, library, slot, drafts, onCopied: () => void computer.rename(), onLeave: leaveField, followShare: sharing.follow, followLooks })
  const current = (): Session | null => openIn(store)
  const problem = (title: string, failure: StorageFailure): void => tellProblem(store, { title, text: appText.unusable(failure.kind) })
  const computer = createThisComputer({ store, library, toaster, current, problem })
  const backupsOf = (id: PlanId): PlanBackups => createPlanBackups({ copies: host.copies, id, run: stepsDone })
  const { openSnapshot, ...snapshots } = createSnapshotActions({ store, desk, host, toaster, current, problem })
  const take = (opened: OpenedFile): Promise<void> => takeOneFile({ store, desk, opened, onNew: sayWhatCame, openSnapshot })
  const sayWhatCame = (file: PlanFile): void => {
    const view = current()?.plan.getState().view
    if (view?.plan?.id !== file.planId) return
    toaster.show({ text: appText.opened(view.plan.title, rollupOf(view, 'root').goals, file.by.name) })
  }
  const takeFile = createFileQueue({ store, take, onBroken: ({ name }) => refuseFile({ store, name, text: appText.fileReasons.broken }) })
  const openFile = async (): Promise<void> => {
    try {
      const opened = await host.openFile({ kinds: ['plan', 'snapshot', 'page'] })
      if (opened !== null) takeFile(opened)
    } catch {
      tellProblem(store, { title: appText.notOpened, text: appText.fileReasons.unreadable })
    }
  }
  const closeOverlay = (): void => store.setState({ overlay: null })
  return {
    ...snapshots,
    ...createReportActions({ store, host, toaster, current }),
    ...createBackupActions({ store, desk, host, toaster, current, backupsOf }),
    ...createRemovalActions({ store, library, copies: host.copies, desk, backupsOf, placeOf: sharing.placeOf, problem }),
    ...createShareActions({ ...sharing, store, desk, toaster, problem }),
    ...createOldHistoryActions({ store, toaster, current }),
    ...createRecentActions({ store, host, take: takeFile }),
    ...createAboutActions({ store, host, toaster }),
    store,
    desk,
    closeOverlay,
    showStart: () => void desk.showStart(),
    bringBackOpen: () => void desk.bringBackOpen(),
    openPlan: (id) => void desk.open({ id }),
    createPlan: ({ title, startsOn }) => {
      const id = makeId('plan')
      void desk.open({ id, fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: title }, createPlan({ id, title, startsOn })) })
    },
    startNextYear: (decisions) => void startNextYear({ store, desk, decisions, onUnread: (failure) => problem(appText.notRead, failure) }),
    openSample: () => {
      const fill = ({ plan }: Session): void => plan.getState().takeIn({ name: { action: 'planCreated', subject: '' }, theirs: sampleChangeSet(), edits: [] })
      void desk.open({ id: samplePlanId, isSample: true, fill })
    },
    openFile: () => void openFile(),
    takeFile,
    changesFor: async (id) => {
      const mine = await desk.changesOf(id)
      if (mine.ok) return mine.value
      problem(appText.notRead, mine.failure)
      return null
    },
    readPage: (text) => store.setState({ overlay: { kind: 'readPage', text, fileName: null } }),
    acceptPage: ({ planId, theirs, person, title }) => {
      closeOverlay()
      void takeIntoPlan({ store, desk, id: planId, taking: { name: { action: 'pageRead', subject: title }, theirs, edits: person } })
    },
    mergeFile: (decision) => void mergeReviewed({ store, desk, toaster, onNew: sayWhatCame }, decision),
    openCopy: () => {
      const { overlay } = store.getState()
      if (overlay?.kind !== 'mergeFile') return
      closeOverlay()
      const { asRead, fileName, at } = overlay
      const onOpened = (title: string): void => void toaster.show({ text: appText.openedCopy(title) })
      const onPart = (): void => refuseFile({ store, name: fileName, text: appText.copySaysNothing })
      void openCopy({ desk, file: asRead, fileName, now: at, onOpened, onPart })
    },
    exportPlan: () => {
      const session = current()
      // one at a time: pressed again while it is being saved, it is the same file
      if (session === null || session.plan.getState().leaving > 0) return
      void exportPlan({ session, host, store }).then((name) => {
        if (name !== null) toaster.show({ id: 'exported', text: appText.exported(name) })
      })
    },
    exportWikitext: () => {
      const session = current()
      if (session === null) return
      void exportWikitext({ session, host, store }).then((name) => {
        if (name !== null) toaster.show({ id: 'exported', text: appText.exported(name) })
      })
    },
    newWindow: () => void host.newWindow(),
    showSettings: () => store.setState({ overlay: { kind: 'settings' } }),
    showCommands: () => store.setState({ overlay: { kind: 'commands' } }),
    showKeys: () => store.setState({ overlay: { kind: 'keys' } }),
    nameComputer: computer.name,
    becomeComputer: computer.become,
    preferences: () => store.getState().preferences,
    prefer: (more) => {
      const preferences = { ...store.getState().preferences, ...more }
      store.setState({ preferences })
      savePreferences(preferences)
      applyTheme(preferences.theme)
      host.setTheme(preferences.theme)
    },
  }
}
