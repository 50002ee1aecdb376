import type { Change } from '../../shared/changes/change.ts'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import type { CopyFailure } from '../../shared/copies/copy-store.ts'
import type { DatedExchange, Exchange } from '../../shared/plan/exchange.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { PlanEntry } from '../../shared/model/plan-entry.ts'
import type { SeenPlan } from '../../shared/share/seen-plan.ts'
import type { SnapshotHead } from '../../shared/snapshot/snapshot-head.ts'
import type { PlanBackups } from './plan-backups.ts'
import type { ShareRecord } from './share-record.ts'

/** What happens to a plan at once: changes come in, and sometimes others go out before. */
export interface LogEntry {
  readonly changes: readonly Change[]
  /** Changes that are taken out of the plan: a merge that is taken back. */
  readonly without?: readonly Change[] | undefined
  /** What was exchanged with others in it. */
  readonly exchange?: Exchange | undefined
}

/** One action of a person, or one file taken in: what is written at once or not at all. */
export interface Commit extends LogEntry {
  /** What it was, for whoever reads the log: `goalMoved`, `fileMerged`. Never what people wrote. */
  readonly action: string
  /** When, in milliseconds since 1970 by this computer's clock. */
  readonly at: number
}

/** Why something couldn't be read or written, in words a person can act on being the screen's affair. */
export type StorageFailure =
  | { readonly kind: 'full' }
  | { readonly kind: 'unavailable' }
  /** Another window has removed this plan from the computer. */
  | { readonly kind: 'removed' }
  /** The stored data can't be read as a plan; `where` names store and key. */
  | { readonly kind: 'damaged'; readonly where: string }
  /** A newer version of the app has written it. */
  | { readonly kind: 'newer' }
  /** Another window, of an older version of the app, has the database open and has not let go of it yet. */
  | { readonly kind: 'blocked' }
  /** The browser does not answer; it may yet. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'failed'; readonly message: string }

export type Stored<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: StorageFailure }

/** What was damaged when a plan was opened, and is whole again. */
export interface Mended {
  /** How many commits were put back. */
  readonly commits: number
  /** Whether nothing that was ever saved is missing, as far as can be told. */
  readonly isWhole: boolean
  /** Whether what was left of the damaged data was kept. */
  readonly keptAside: boolean
}

/**
 * How the second copy of a plan stands. `none`: there is no place for one here. `behind`: rows could not be added since
 * `since`, in milliseconds since 1970; they are safe in the database, and tried again.
 */
export type CopyState = { readonly kind: 'kept' } | { readonly kind: 'none' } | { readonly kind: 'behind'; readonly reason: CopyFailure; readonly since: number }

/** The second copy of a plan's log, outside the database. */
export interface SecondCopy {
  readonly state: () => CopyState
  readonly subscribe: (listener: () => void) => () => void
  /** Tries again what could not be added. */
  readonly catchUp: () => Promise<void>
  /** The edits that are saved and could not be added yet: where a disk is full the browser may throw the database away. */
  readonly uncopied: () => readonly Commit[]
}

/** The log of one plan. Only `append` says that something is safe, and only when it is. */
export interface PlanStorage {
  /** Everything written so far: the checkpoint and the commits after it. */
  readonly load: () => Promise<Stored<ChangeSet>>
  /** What was found damaged last, at the load or since, and mended from the second copy; null where all was whole. */
  readonly mended: () => Mended | null
  /** Told at once of what is found and mended after the load. */
  readonly onMended: (listener: (mended: Mended) => void) => () => void
  readonly copy: SecondCopy
  /** Whether another window has removed the plan from this computer, or made its database anew, since it was opened here: it has to be opened again. */
  readonly isRemoved: () => boolean
  /** Told once that happens. */
  readonly onRemoved: (listener: () => void) => () => void
  /**
   * Holds the whole log against the journal, row by row, and puts back on either side what the other has: opening a plan
   * reads only the end of both. Takes a while, in steps; call when idle. Null where the database was whole; refused where the
   * journal can't be read.
   */
  readonly proveLog: () => Promise<Stored<Mended | null>>
  /** Writes all commits in one strictly durable transaction; resolves when it is complete. */
  readonly append: (commits: readonly Commit[]) => Promise<Stored<undefined>>
  /** Tells of what other windows have written since `load`, each commit once and whole, in order of the log. */
  readonly subscribe: (listener: (commits: readonly Commit[]) => void) => () => void
  /** What was exchanged with others, in order of the log. */
  readonly exchanges: () => Promise<Stored<readonly DatedExchange[]>>
  /** What a merge brought, with what was decided in it; nothing where there is no such merge. */
  readonly broughtBy: (merge: string) => Promise<Stored<readonly Change[]>>
  /** What shares brought since a moment, the oldest first. @param at in milliseconds since 1970 */
  readonly receivedSince: (at: number) => Promise<Stored<readonly Received[]>>
  /**
   * Makes a checkpoint where one is due; call when idle. It is folded from the log, not from what the screen shows, so
   * it may be called at any time.
   */
  readonly checkpoint: () => Promise<Stored<undefined>>
  readonly snapshots: SnapshotStorage
  readonly backups: PlanBackups
  /** Resolves when all is done that was begun, also what nobody waits for. */
  readonly settled: () => Promise<void>
  readonly close: () => void
}

/** This computer, as it stamps and as colleagues see it. */
export interface Computer {
  /** 10 of `[0-9a-z]`, drawn once. */
  readonly replica: string
  /** What people call it; empty until somebody has said. */
  readonly name: string
  /** Its profile was a copy, or was copied: somebody else has written under the id it had, so stamps alone don’t tell what it knows. */
  readonly isCopy?: true | undefined
}

/** What a share brought, and when it came to this computer, in milliseconds since 1970. */
export interface Received {
  readonly at: number
  readonly changes: readonly Change[]
}

/** What this computer keeps about the shares of its plans. */
export interface ShareRecords {
  /** Null where the plan isn't shared, or what was kept of it can't be read. */
  readonly of: (plan: PlanId) => Promise<Stored<ShareRecord | null>>
  readonly save: (record: ShareRecord) => Promise<Stored<undefined>>
  readonly forget: (plan: PlanId) => Promise<Stored<undefined>>
  /** Told when any window of this computer has saved or forgotten one, or may have. */
  readonly subscribe: (listener: () => void) => () => void
  /** The digests of the snapshots that were ever here while the plan was shared: one that was removed doesn't come back. */
  readonly knownSnapshots: (plan: PlanId) => Promise<Stored<readonly string[]>>
  readonly addKnownSnapshots: (plan: PlanId, digests: readonly string[]) => Promise<Stored<undefined>>
  /** How this computer's own plan file lay in the place of a share when it was read last; null where that isn't known of this share. */
  readonly seenPlan: (share: Pick<ShareRecord, 'plan' | 'id'>) => Promise<Stored<SeenPlan | null>>
  readonly keepSeenPlan: (share: Pick<ShareRecord, 'plan' | 'id'>, seen: SeenPlan) => Promise<Stored<undefined>>
}

/** All plans on this computer. */
export interface Library {
  /** Puts back from the second copy what the list of plans has lost; how many plans. Before anything else is asked. */
  readonly mend: () => Promise<Stored<number>>
  readonly computer: () => Promise<Stored<Computer>>
  readonly nameComputer: (name: string) => Promise<Stored<undefined>>
  /** Draws another replica id for this computer: somebody else writes under the one it had. */
  readonly takeNewReplica: () => Promise<Stored<Computer>>
  /** The most recently opened first. */
  readonly plans: () => Promise<Stored<readonly PlanEntry[]>>
  readonly savePlan: (entry: PlanEntry) => Promise<Stored<undefined>>
  /** Removes the plan from this computer, log and all. */
  readonly removePlan: (id: PlanId) => Promise<Stored<undefined>>
  readonly openPlan: (id: PlanId) => PlanStorage
  readonly shares: ShareRecords
  /** Tells when another window changed the list. */
  readonly subscribe: (listener: () => void) => () => void
}

/** The snapshots of one plan that are kept on this computer: added and removed, and never changed. */
export interface SnapshotStorage {
  /** The newest first; a head that can't be read doesn't hide the others. */
  readonly list: () => Promise<Stored<readonly SnapshotHead[]>>
  /** The text of a snapshot, as it was kept: it proves itself when it is read. */
  readonly text: (digest: string) => Promise<Stored<string>>
  /** Keeps a snapshot; one that is here already stays as it is. */
  readonly keep: (snapshot: { readonly head: SnapshotHead; readonly text: string }) => Promise<Stored<undefined>>
  readonly remove: (digest: string) => Promise<Stored<undefined>>
  /** Tells when another window has kept or removed one. */
  readonly subscribe: (listener: () => void) => () => void
  readonly close: () => void
}
