import type { FileAuthor } from '../file/plan-file.ts'
import type { PlanId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import type { Elsewhere } from '../compare/side.ts'
import type { PlanView } from '../plan/plan-view.ts'

/** What is frozen: a quarter, or the year with everything a plan has. */
export type SnapshotScope = Quarter | 'year'

/** The name by which a snapshot is known. */
export const snapshotFormat = 'annual-plan-snapshot'

/** A file with a higher major version is refused whole; a higher minor one may say more, which is passed over. */
export const snapshotFormatVersion = 1

/** A part of a plan as it read at one moment. Never merged and never changed: only looked at and compared. */
export interface Snapshot {
  /** `sha256:` and 64 digits: what a snapshot is known by, since it stands for every letter of it. */
  readonly digest: string
  readonly planId: PlanId
  readonly scope: SnapshotScope
  /** When it was taken, as ISO 8601 text. */
  readonly at: string
  readonly by: FileAuthor
  readonly app: string
  /** The frozen records, read as a plan. */
  readonly view: PlanView
  /** Goals that were there and stood outside of the scope. */
  readonly elsewhere: Elsewhere
}
