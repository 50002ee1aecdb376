import type { Change } from '../../shared/changes/change.ts'
import type { ActionName, UndoStep } from '../../shared/changes/undo.ts'

/** What can be undone or done again: an action by putting back what it changed, a merge by taking it out or in whole. */
export type UndoEntry = ActionEntry | MergeEntry | MergeAgainEntry

export interface ActionEntry extends UndoStep {
  readonly kind: 'action'
  /** For an action that set a merge back by new changes, or undid that: the log says whether the merge counts by now. */
  readonly merge?: { readonly id: string; readonly counts: boolean } | undefined
}

/** A merge that is to be taken back. */
export interface MergeEntry {
  readonly kind: 'merge'
  readonly name: ActionName
  readonly id: string
  /** What the merge brought, with what was decided in it. */
  readonly brought: readonly Change[]
}

/** A merge that is to be done again. */
export interface MergeAgainEntry extends Omit<MergeEntry, 'kind'> {
  readonly kind: 'mergeAgain'
  /** What set fields back when it was taken back: undone with it. */
  readonly settingBack: UndoStep
}

/** How a merge was taken back. */
export type TakenBack =
  /** As if the file had never come. */
  | { readonly how: 'withdrawn'; readonly kept: number }
  /** By new changes to so many records, since a file that holds it has gone out. */
  | { readonly how: 'reverted'; readonly records: number; readonly left: { readonly file: string; readonly at: number } }

/** How many actions of a window can be undone. */
export const undoLimit = 500
