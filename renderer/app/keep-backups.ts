import { product } from '../../shared/bridge/product.ts'
import type { BackupReason } from '../../shared/copies/backup-name.ts'
import { inOneWindow } from '../data/one-window.ts'
import { rememberVersion, versionSeen } from '../data/version-seen.ts'
import { atMost } from '../host/at-most.ts'
import { newestBefore } from '../state/backup-store.ts'
import type { Session } from '../state/session.tsx'

/** As often as this, while something changes. */
const backupEveryMs = 5 * 60_000
/** So long after the first change, where the newest backup is older than that. */
const soonMs = 5_000
/** Where one has failed it is tried again after this. */
const againMs = 20_000
/** An act waits so long for its backup, and then no longer. */
const patienceMs = 2_000

type BackupSession = Pick<Session, 'plan' | 'backups'>

interface KeepBackups {
  readonly now?: () => number
  readonly locks?: Pick<LockManager, 'request'>
}

/** Backs up the plan every few minutes while something changes, and once more when it is left. */
export function keepBackups({ plan, backups }: BackupSession, { now = Date.now, locks }: KeepBackups = {}): () => void {
  const opened = plan.getState().view.set
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  // of one that was removed its last backup stands for it
  const isChanged = (): boolean => !plan.getState().isRemoved && plan.getState().view.set !== backups.getState().covered
  const isFailing = (): boolean => backups.getState().troubles.backups !== null
  const wait = (): number => {
    const { backups: list } = backups.getState()
    if (isFailing()) return againMs
    const newest = newestBefore(list, now())
    return newest === null ? soonMs : Math.max(soonMs, newest + backupEveryMs - now())
  }
  const schedule = (): void => {
    if (timer !== undefined || isStopped || !(isChanged() || isFailing())) return
    timer = setTimeout(() => void whenDue(), wait())
  }
  const whenDue = async (): Promise<void> => {
    try {
      await inOneWindow({ name: `backup-${plan.getState().planId}`, ...(locks !== undefined && { locks }) }, backUpIfDue)
    } catch {
      backups.getState().report('backups', { reason: 'failed', since: newestBefore(backups.getState().backups, now()) })
    }
    clearTimeout(timer) // one that failed has begun to wait already
    timer = undefined
    schedule()
  }
  const backUpIfDue = async (): Promise<void> => {
    // another window may have made one meanwhile
    await backups.getState().load()
    const newest = newestBefore(backups.getState().backups, now())
    if (!isStopped && (isFailing() || newest === null || newest + backupEveryMs <= now())) await backups.getState().make('timer')
  }
  // one that somebody asked for may have failed while nothing was due
  const stopTrying = backups.subscribe(({ troubles }, before) => {
    if (troubles.backups === null || before.troubles.backups !== null || isStopped) return
    clearTimeout(timer)
    timer = undefined
    schedule()
  })
  const stop = plan.subscribe(({ view }, before) => {
    if (view.set !== before.view.set) schedule()
  })
  void backups.getState().load().then(() => {
    const { backups: list, covered, failure, report } = backups.getState()
    if (failure !== null) report('backups', { reason: failure, since: null })
    const { planId } = plan.getState()
    const before = versionSeen(planId)
    if (before !== null && before !== product.version) void backups.getState().make('upgrade')
    rememberVersion(planId, product.version)
    // as it was opened it is taken for backed up, unless nothing of it is
    if (covered === null && list !== null && list.length > 0) backups.setState({ covered: opened })
    schedule()
  })
  return () => {
    isStopped = true
    clearTimeout(timer)
    stopTrying()
    stop()
    if (isChanged()) void backups.getState().make('timer')
  }
}

/** Backs up before an act that changes much at once. One that fails is said where the second copy is spoken of, and the act goes on. */
export async function backUpBefore({ backups }: Pick<Session, 'backups'>, reason: BackupReason): Promise<void> {
  await atMost({ work: backups.getState().make(reason), ms: patienceMs, late: null })
}
