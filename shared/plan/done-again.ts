import type { DatedExchange } from './exchange.ts'
import { exportsInPlace } from './exports-in-place.ts'
import { isWithdrawn, mergesOf } from './merge-state.ts'

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

/** Whether a file with the plan has left this computer, the plan was shared, or another one was merged, since a merge was taken back; one that was taken back and done again since makes no difference. */
export function hasExchangedSince({ exchanges, id }: { readonly exchanges: readonly DatedExchange[]; readonly id: string }): boolean {
  const log = exportsInPlace(exchanges)
  const since = log.slice(log.findLastIndex((each) => each.kind === 'takenBack' && each.id === id) + 1)
  const isNew = (merge: string, at: number): boolean => !since.slice(0, at).some((each) => each.kind === 'takenBack' && each.id === merge)
  return since.some((each, at) => each.kind === 'exported' || each.kind === 'exporting' || each.kind === 'shared' || (each.kind === 'merged' && isNew(each.id, at)))
}
