import type { ChangeSet } from '../changes/fold.ts'
import type { FileAuthor } from '../file/plan-file.ts'
import type { PlanId } from '../model/ids.ts'
import type { ShareState } from './share-state.ts'

/** A plan, as far as its share is concerned. */
export interface SharedPlan {
  readonly id: PlanId
  readonly by: () => FileAuthor
  readonly title: () => string
  /** All that is known here. */
  readonly set: () => ChangeSet
  /** Whether all of it is on this computer's disk: before, nothing of it is handed out. */
  readonly isSafe: () => boolean
  /** Takes in what others made; `set` holds it when this returns. */
  readonly receive: (theirs: ChangeSet) => void
  readonly snapshots: SharedSnapshots
}

/** The snapshots of a plan that are kept here; they never change, so they are only ever added. */
export interface SharedSnapshots {
  /** Their digests, those included that were here once and were removed: they don't come back. */
  readonly known: () => Promise<ReadonlySet<string>>
  /** Those that are here. */
  readonly here: () => Promise<readonly string[]>
  /** The text of one; null where it can't be read. */
  readonly text: (digest: string) => Promise<string | null>
  readonly keep: (text: string) => Promise<void>
}

/** The exchange of one plan through one mailbox, on one computer: of several windows one runs it. */
export interface Share {
  /** Looks into the mailbox once, takes in what is new and puts what is missing. Asked while it looks, it looks once more after. */
  readonly look: () => Promise<void>
  readonly state: () => ShareState
  readonly subscribe: (listener: () => void) => () => void
  /** Takes in what is held back of a computer whose clock runs far ahead, from now on. */
  readonly accept: (replica: string) => void
  /** Puts what is missing where that takes a moment, and ends. */
  readonly close: () => Promise<void>
}
