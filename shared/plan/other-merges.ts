import { isKnown, learn, type Knows } from '../changes/knows.ts'
import type { Stamp } from '../changes/stamp.ts'
import { isWithdrawn, type MergeState } from './merge-state.ts'

/** What is asked of the other merges when one is taken back. */
export interface OtherMerge {
  /** What its file knew. */
  readonly knows: Knows
  /** What was known here before it. */
  readonly before: Knows
}

/**
 * The other merges, in the order they were made, of which the files still count: those that stand, and those that had
 * left and were set back by new changes. Those before the one are among them, since it may have been done again since.
 */
export function otherMerges({ merges, id }: { readonly merges: readonly MergeState[]; readonly id: string }): readonly OtherMerge[] {
  return merges.filter((merge) => merge.id !== id && !isWithdrawn(merge)).toReversed().map(toOther)
}

/** The merges that were taken out of the plan, but for those whose changes a share may have brought again: these are the share's. */
export function withdrawnMerges(merges: readonly MergeState[]): readonly OtherMerge[] {
  return merges.filter((merge) => isWithdrawn(merge) && merge.mayBeBack === undefined).map(toOther)
}

/** The other merges that were set back by new changes, since they had left. */
export function setBackMerges({ merges, id }: { readonly merges: readonly MergeState[]; readonly id: string }): readonly OtherMerge[] {
  return merges.filter((merge) => merge.id !== id && merge.isTakenBack && !isWithdrawn(merge)).map(toOther)
}

/** Whether a merge brought a change that was not there before. */
export function hasBrought({ knows, before }: OtherMerge, stamp: Stamp): boolean {
  return isKnown({ knows, stamp }) && !isKnown({ knows: before, stamp })
}

function toOther({ knows, before }: MergeState): OtherMerge {
  return { knows: learn(new Map(), knows), before: learn(new Map(), before) }
}
