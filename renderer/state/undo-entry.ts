import type { Change } from '../../shared/changes/change.ts'
import type { ActionName, UndoStep } from '../../shared/changes/undo.ts'

/** What can be undone or done again: an action by putting back what it changed, a merge by taking it out or in whole. */
export type UndoEntry = ({ readonly kind: 'action' } & UndoStep) | MergeEntry

export interface MergeEntry {
  readonly kind: 'merge'
  readonly name: ActionName
  readonly id: string
  /** What the merge brought, with what was decided in it. */
  readonly brought: readonly Change[]
}

/** How a merge was taken back. */
export type TakenBack =
  /** As if the file had never come. */
  | { readonly how: 'withdrawn'; readonly kept: number }
  /** By new changes to so many records, since a file that holds it has gone out. */
  | { readonly how: 'reverted'; readonly records: number; readonly left: { readonly file: string; readonly at: number } }
