import { countGoals } from '../compare/count-goals.ts'
import type { FileAuthor } from '../file/plan-file.ts'
import type { CountsByStatus } from '../plan/plan-counts.ts'
import type { Snapshot, SnapshotScope } from './snapshot.ts'

/** What a list says of a snapshot, kept apart from it so that a list needn't read them all. */
export interface SnapshotHead {
  readonly digest: string
  readonly scope: SnapshotScope
  /** When it was taken, as ISO 8601 text. */
  readonly at: string
  readonly by: FileAuthor
  /** Goals and sub-goals of the scope. */
  readonly byStatus: CountsByStatus
}

/** @param snapshot one that was read, or the plan it was just taken of */
export function headOf({ digest, scope, at, by, view }: Pick<Snapshot, 'digest' | 'scope' | 'at' | 'by' | 'view'>): SnapshotHead {
  return { digest, scope, at, by: { replica: by.replica, name: by.name }, byStatus: countGoals(view, scope) }
}

/** The newest first; of one moment by digest, so that every computer has the same order. */
export function compareHeads(a: SnapshotHead, b: SnapshotHead): number {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1
  return a.digest < b.digest ? -1 : 1
}
