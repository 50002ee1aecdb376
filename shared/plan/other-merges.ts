import { isKnown, learn, type Knows } from '../changes/knows.ts'
import type { Stamp } from '../changes/stamp.ts'
import type { DatedExchange } from './exchange.ts'
import { exportsInPlace } from './exports-in-place.ts'
import { mergesOf, type MergeState } from './merge-state.ts'

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

/** The merges that were taken out of the plan. */
export function withdrawnMerges(merges: readonly MergeState[]): readonly OtherMerge[] {
  return merges.filter(isWithdrawn).map(toOther)
}

/**
 * Whether a merge that was taken out can be done again by what went with it: not where another one was taken out since.
 * Its file held what that one had brought, and without it there would be a gap in what is said to be known. Within one
 * window that doesn't happen: what was undone last is done again first.
 */
export function canBeDoneAgain({ exchanges, id }: { readonly exchanges: readonly DatedExchange[]; readonly id: string }): boolean {
  const out = new Set(mergesOf(exchanges).filter(isWithdrawn).map((merge) => merge.id))
  const since = exchanges.slice(exchanges.findLastIndex((each) => each.kind === 'takenBack' && each.id === id) + 1)
  return !since.some((each) => each.kind === 'takenBack' && each.id !== id && out.has(each.id))
}

/** The other merges that were set back by new changes, since they had left. */
export function setBackMerges({ merges, id }: { readonly merges: readonly MergeState[]; readonly id: string }): readonly OtherMerge[] {
  return merges.filter((merge) => merge.id !== id && merge.isTakenBack && !isWithdrawn(merge)).map(toOther)
}

/** Whether a file with the plan has left this computer, or another one was merged, since a merge was taken back; one that was taken back and done again since makes no difference. */
export function hasExchangedSince({ exchanges, id }: { readonly exchanges: readonly DatedExchange[]; readonly id: string }): boolean {
  const log = exportsInPlace(exchanges)
  const since = log.slice(log.findLastIndex((each) => each.kind === 'takenBack' && each.id === id) + 1)
  const isNew = (merge: string, at: number): boolean => !since.slice(0, at).some((each) => each.kind === 'takenBack' && each.id === merge)
  return since.some((each, at) => each.kind === 'exported' || each.kind === 'exporting' || (each.kind === 'merged' && isNew(each.id, at)))
}

/** Whether a merge brought a change that was not there before. */
export function hasBrought({ knows, before }: OtherMerge, stamp: Stamp): boolean {
  return isKnown({ knows, stamp }) && !isKnown({ knows: before, stamp })
}

function isWithdrawn({ isTakenBack, left }: MergeState): boolean {
  return isTakenBack && left === null
}

function toOther({ knows, before }: MergeState): OtherMerge {
  return { knows: learn(new Map(), knows), before: learn(new Map(), before) }
}
