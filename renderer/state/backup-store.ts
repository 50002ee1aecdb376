import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import { createTurns } from '../../shared/changes/turns.ts'
import type { Backup, BackupReason } from '../../shared/copies/backup-name.ts'
import type { Copied, CopyFailure } from '../../shared/copies/copy-store.ts'
import { writeBackupInSteps } from '../../shared/copies/write-backup.ts'
import type { FileAuthor } from '../../shared/file/plan-file.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import type { ListedBackup, PlanBackups, ReadBackup } from '../data/plan-backups.ts'
import type { Mended } from '../data/storage.ts'
import { stepsDone } from './run-steps.ts'

/** What keeps the second copy from being what it should be. */
export interface CopyTrouble {
  readonly reason: CopyFailure
  /** Up to when it is as it should be, in milliseconds since 1970; null where there never was one. */
  readonly since: number | null
}

/** The two halves of the second copy: what is written with every edit, and what is written now and then. */
interface CopyTroubles {
  readonly journal: (CopyTrouble & { readonly since: number }) | null
  readonly backups: CopyTrouble | null
}

export interface BackupState {
  /** The newest first; null before they were looked for. */
  readonly backups: readonly ListedBackup[] | null
  /** Why they can't be listed. */
  readonly failure: CopyFailure | null
  /** What is wrong with either half, shown in one place until it is right again. */
  readonly troubles: CopyTroubles
  /** What had to be mended of what is stored, until the person has read of it. */
  readonly mended: Mended | null
  /** When the journal was last read through and found to hold what the database holds, in milliseconds since 1970; null where it wasn't yet. */
  readonly journalProvenAt: number | null
  readonly isMaking: boolean
  /** What the newest backup of this window holds, or the plan held when it was opened; to tell whether anything has changed since. */
  readonly covered: ChangeSet | null
  /** The one that is compared with the plan, by name. */
  readonly picked: string | null
  readonly load: () => Promise<void>
  /** Backs up the plan as it is at this moment, however long the writing takes. */
  readonly make: (reason: BackupReason) => Promise<Copied<Backup>>
  readonly read: (name: string) => Promise<ReadBackup>
  /** Reads the newest one that is not known to be damaged, until one proves good, so that what is said of it is known. */
  readonly prove: () => Promise<void>
  readonly pick: (name: string | null) => void
  readonly report: <Part extends keyof CopyTroubles>(part: Part, trouble: CopyTroubles[Part]) => void
}

/**
 * Whether what was written lately can't be called saved: a browser that comes back from a full disk may throw its whole
 * database away, with edits that it had taken and that the journal has not.
 */
export function isUnsafe({ troubles }: Pick<BackupState, 'troubles'>): boolean {
  return troubles.journal?.reason === 'full'
}

export type BackupStore = StoreApi<BackupState>

export interface BackupStoreParts {
  readonly backups: PlanBackups
  /** The plan as it is, and this computer. */
  readonly plan: () => { readonly view: PlanView; readonly by: FileAuthor }
  /** Name and version of the app. */
  readonly app: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

type Asked = ReturnType<BackupStoreParts['plan']> & { readonly at: number; readonly reason: BackupReason }

/** The backups of an open plan, and how it stands about them. */
export function createBackupStore({ backups, plan, app, now }: BackupStoreParts): BackupStore {
  const inTurn = createTurns()
  return createStore<BackupState>()((set, get) => {
    const report: BackupState['report'] = (part, trouble) => set({ troubles: { ...get().troubles, [part]: trouble } })
    const load: BackupState['load'] = async () => {
      const list = await orFailed(backups.list())
      if (!list.ok) return set({ backups: get().backups ?? [], failure: list.reason })
      return set({ backups: list.value, failure: null, picked: list.value.some(({ name }) => name === get().picked) ? get().picked : null })
    }
    const make = async (asked: Asked): Promise<Copied<Backup>> => {
      set({ isMaking: true })
      await load() // where there is no place for one, none is written out
      const { failure } = get()
      const made = failure === null ? await orFailed(writeOne(asked)) : ({ ok: false, reason: failure } as const)
      if (!made.ok) report('backups', { reason: made.reason, since: newestBefore(get().backups, asked.at) })
      set({ isMaking: false })
      return made
    }
    const writeOne = async ({ view, by, at, reason }: Asked): Promise<Copied<Backup>> => {
      const written = await stepsDone(writeBackupInSteps({ view, by, at: new Date(at).toISOString(), app }))
      const made = await backups.make({ written, reason, at })
      if (made.ok) {
        set({ covered: view.set })
        report('backups', null)
        await orFailed(backups.prune(at))
      }
      await load()
      return made
    }
    return {
      backups: null,
      failure: null,
      troubles: { journal: null, backups: null },
      mended: null,
      journalProvenAt: null,
      isMaking: false,
      covered: null,
      picked: null,
      load,
      make: (reason) => {
        // taken now: what is asked for before an act must not hold what the act does
        const asked = { ...plan(), at: now(), reason }
        return inTurn(() => make(asked))
      },
      read: async (name) => {
        const read = await orFailed(backups.read(name))
        if (!read.ok) await load()
        return read
      },
      prove: async () => {
        await load()
        for (const { name, isDamaged } of get().backups ?? []) {
          if (isDamaged) continue
          const read = await orFailed(backups.read(name))
          await load()
          if (read.ok || read.reason !== 'damaged') return
        }
      },
      pick: (picked) => set({ picked }),
      report,
    }
  })
}

/** What throws has failed like anything else: a window goes on backing up. */
function orFailed<Result>(work: Promise<Result>): Promise<Result | { readonly ok: false; readonly reason: CopyFailure }> {
  return work.catch(() => ({ ok: false, reason: 'failed' }))
}

/** When the newest whole backup was made, not counting what a clock dated later than now. */
export function newestBefore(backups: readonly ListedBackup[] | null, now: number): number | null {
  return backups?.find(({ at, isDamaged }) => at <= now && !isDamaged)?.at ?? null
}
