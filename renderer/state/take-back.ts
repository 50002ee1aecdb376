import type { Change, Edit } from '../../shared/changes/change.ts'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import type { DatedExchange } from '../../shared/plan/exchange.ts'
import { mergesOf } from '../../shared/plan/merge-state.ts'
import { setBackMerges } from '../../shared/plan/other-merges.ts'
import { revertMerge, withdrawalOf } from '../../shared/plan/take-back-merge.ts'
import type { MergeEntry, TakenBack } from './undo-entry.ts'

interface TakeBack {
  readonly taken: TakenBack
  /** What goes out of the plan. */
  readonly without: readonly Change[]
  /** What is written anew. */
  readonly edits: readonly Edit[]
  /** Of it, what sets fields back that people have changed and changed back since. */
  readonly changedBack: readonly Edit[]
  /** Conflicts that come to light. */
  readonly reopened: readonly Change[]
}

/** How a merge is taken back as things stand; null where it was taken back already. */
export function takeBackMerge({ set, entry, exchanges, replica }: { readonly set: ChangeSet; readonly entry: MergeEntry; readonly exchanges: readonly DatedExchange[]; readonly replica: string }): TakeBack | null {
  const merges = mergesOf(exchanges)
  const merge = merges.find(({ id }) => id === entry.id)
  if (merge === undefined || merge.isTakenBack) return null
  if (merge.left === null) {
    const { without, adopted, changedBack, reopened } = withdrawalOf({ set, brought: entry.brought, merge, merges, replica })
    return { taken: { how: 'withdrawn', kept: adopted.length }, without, edits: [...adopted, ...changedBack], changedBack, reopened }
  }
  const edits = revertMerge({ set, added: entry.brought, before: merge.before, replica, setBack: setBackMerges({ merges, id: entry.id }) })
  return { taken: { how: 'reverted', records: edits.length, left: merge.left }, without: [], edits, changedBack: [], reopened: [] }
}
