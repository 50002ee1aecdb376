import { restoreInSteps } from '../../shared/edits/restore-edits.ts'
import { planFileName } from '../../shared/file/file-name.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { statedPlan } from '../../shared/plan/stated-plan.ts'
import type { ListedBackup, PlanBackups, ProvenBackup } from '../data/plan-backups.ts'
import type { Host } from '../host/host.ts'
import { stepsDone } from '../state/run-steps.ts'
import type { Session } from '../state/session.tsx'
import { appText } from '../text/app.ts'
import { backupText } from '../text/backups.ts'
import { formatMoment } from '../text/dates.ts'
import type { Toaster } from '../ui/toaster.ts'
import type { AppStore } from './app-store.ts'
import { backUpBefore } from './keep-backups.ts'
import { localMinute } from './local-time.ts'
import { openCopy } from './open-copy.ts'
import type { PlanDesk } from './plan-desk.ts'
import { saveLeaving } from './save-leaving.ts'
import { refuseFile } from './take-file.ts'
import { tellProblem } from './tell-problem.ts'

/** Which backup, of which plan: that plan need not be open, nor be one that can be opened. */
export interface BackupPlace {
  readonly plan: PlanId
  readonly name: string
}

export interface BackupActions {
  /** Backs up the open plan because somebody asked for it. */
  readonly backUpNow: () => void
  /** Tries at once to write what the second copy lacks of the open plan. */
  readonly retryCopy: () => void
  /** Makes the open plan read as a backup of it does, as one action. */
  readonly restoreBackup: (name: string) => void
  readonly openBackupCopy: (place: BackupPlace) => void
  readonly saveBackup: (place: BackupPlace) => void
  /** The backups of a plan that isn't open, the newest first; none where they can't be listed. */
  readonly listBackups: (plan: PlanId) => Promise<readonly ListedBackup[]>
}

interface Parts {
  readonly store: AppStore
  readonly desk: PlanDesk
  readonly host: Pick<Host, 'saveFile'>
  readonly toaster: Toaster
  readonly current: () => Session | null
  readonly backupsOf: (plan: PlanId) => PlanBackups
}

export function createBackupActions({ store, desk, host, toaster, current, backupsOf }: Parts): BackupActions {
  const problem = (title: string, text: string): void => tellProblem(store, { title, text })
  /** The backup where it proves good; else it is said why not. */
  const proven = async ({ plan, name }: BackupPlace): Promise<ProvenBackup | null> => {
    const session = sessionOf(plan)
    const read = await (session === null ? backupsOf(plan).read(name) : session.backups.getState().read(name))
    if (read.ok) return read.value
    problem(backupText.notRead, backupText.whyNot(read.reason))
    return null
  }
  const sessionOf = (plan: PlanId): Session | null => {
    const session = current()
    return session?.plan.getState().planId === plan ? session : null
  }
  const restore = async (session: Session, name: string): Promise<void> => {
    const { plan } = session
    const found = await proven({ plan: plan.getState().planId, name })
    if (found === null) return
    await backUpBefore(session, 'restore')
    const past = found.file.set
    let [now, edits] = [plan.getState().view.set, await stepsDone(restoreInSteps({ now: plan.getState().view.set, past }))]
    // what somebody else wrote meanwhile is set back as well, so it is looked at again until nothing came between
    while (now !== plan.getState().view.set) {
      now = plan.getState().view.set
      edits = await stepsDone(restoreInSteps({ now, past }))
    }
    if (current() !== session) return
    const when = formatMoment(found.backup.at)
    plan.getState().takeIn({ name: { action: 'backupRestored', subject: when }, theirs: past, edits, isOwn: true })
    if (plan.getState().view.set === now) return
    toaster.show({ isUndo: true, text: backupText.restored(when), action: { label: backupText.undo, keys: 'Ctrl+Z', onPress: () => plan.getState().undo() } })
  }
  const save = async ({ plan, name }: BackupPlace): Promise<void> => {
    const found = await proven({ plan, name })
    if (found === null) return
    const suggestedName = planFileName({ parts: stemOf(found), at: localMinute(new Date(found.backup.at).toISOString()) })
    // what it holds leaves this computer, as in an export
    const leaving = sessionOf(plan)?.plan.getState().beginExport(suggestedName)
    const saved = await saveLeaving({ host, store, leaving, file: { kind: 'plan', suggestedName, text: found.text } })
    if (saved !== null) toaster.show({ id: 'exported', text: appText.exported(saved) })
  }
  return {
    backUpNow: () => {
      const session = current()
      if (session === null) return
      const before = new Set(session.backups.getState().backups?.map(({ name }) => name))
      void session.backups
        .getState()
        .make('hand')
        .then((made) => void (made.ok ? toaster.show({ id: 'backedUp', text: before.has(made.value.name) ? backupText.same : backupText.made }) : problem(backupText.notMade, backupText.failure(made.reason))))
    },
    retryCopy: () => {
      const { phase } = store.getState()
      if (phase.kind === 'plan') void phase.opened.storage.copy.catchUp().catch(() => undefined) // then it goes on being said
    },
    restoreBackup: (name) => {
      const session = current()
      if (session !== null) void restore(session, name)
    },
    openBackupCopy: (place) =>
      void proven(place).then(async (found) => {
        if (found === null) return
        const onOpened = (title: string): void => void toaster.show({ text: appText.openedCopy(title) })
        const onPart = (): void => refuseFile({ store, name: place.name, text: appText.copySaysNothing })
        await openCopy({ desk, file: found.file, fileName: place.name, now: Date.now(), onOpened, onPart })
      }),
    saveBackup: (place) => void save(place),
    listBackups: async (plan) => {
      const list = await backupsOf(plan).list()
      return list.ok ? list.value : []
    },
  }
}

/** What the name of its file begins with: the plan's title, since no program of it may be open, and the year. */
function stemOf({ file: { set, planId } }: ProvenBackup): readonly string[] {
  const { title, year } = statedPlan(set, planId)
  return [title, year, 'backup']
}
