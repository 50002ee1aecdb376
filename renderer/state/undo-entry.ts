import type { Change } from '../../shared/changes/change.ts'
import type { TakenOut } from '../../shared/changes/taken-out.ts'
import type { ActionName, UndoStep } from '../../shared/changes/undo.ts'
import type { Day } from '../../shared/model/date.ts'
import type { LeftWith } from '../../shared/plan/merge-state.ts'

/** What can be undone or done again: an action by putting back what it changed, a merge by taking it out or in whole. */
export type UndoEntry = ActionEntry | MergeEntry | MergeAgainEntry | FoldEntry | FoldAgainEntry

export interface ActionEntry extends UndoStep {
  readonly kind: 'action'
  /** For an action that set a merge back by new changes, or undid that: the log says whether the merge counts by now. `written` is what these actions have written so far. */
  readonly merge?: { readonly id: string; readonly counts: boolean; readonly written: readonly Change[] } | undefined
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
export interface MergeAgainEntry extends Pick<MergeEntry, 'name' | 'id'> {
  readonly kind: 'mergeAgain'
  readonly out: TakenOut
}

/** Old history that was folded away. */
export interface FoldEntry {
  readonly kind: 'fold'
  readonly name: ActionName
  readonly gone: readonly Change[]
  readonly day: Day
  /** The day up to which it was folded away before; null where it never was. */
  readonly before: Day | null
}

/** Old history that is back, and is to be folded away again. */
export interface FoldAgainEntry extends Omit<FoldEntry, 'kind'> {
  readonly kind: 'foldAgain'
}

/** How a merge was taken back. */
export type TakenBack =
  /** As if the file had never come. */
  | { readonly how: 'withdrawn'; readonly kept: number }
  /** By new changes to so many records, since a file that holds it has gone out. */
  | { readonly how: 'reverted'; readonly records: number; readonly left: LeftWith }

/** How many actions of a window can be undone. */
export const undoLimit = 500
