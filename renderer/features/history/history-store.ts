import { useStore } from 'zustand'
import type { Moment } from '../../../shared/history/moment.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { TreeKey } from '../../../shared/plan/tree/tree-nodes.ts'
import { useSession } from '../../state/session.tsx'
import { storeOfPlan } from '../../state/store-of-plan.ts'

export type HistoryTab = 'board' | 'plan' | 'changes'

/** What a moment is compared with: the one before it, now, or one that was picked, by its key. */
export type Against = 'before' | 'now' | { readonly key: string }

export interface HistoryState {
  readonly against: Against
  readonly tab: HistoryTab
  /** The card that Tab leads to, and whether it shall take the focus when it is drawn. */
  readonly focused: GoalId | null
  readonly wantsFocus: boolean
  /** What of the tree somebody has opened or closed, and the row that Tab leads to. */
  readonly open: ReadonlyMap<TreeKey, boolean>
  readonly row: TreeKey | null
  readonly wantsRow: boolean
}

export const historyOf = storeOfPlan<HistoryState>({ against: 'before', tab: 'board', focused: null, wantsFocus: false, open: new Map(), row: null, wantsRow: false })

export function usePast<T>(select: (state: HistoryState) => T): T {
  return useStore(historyOf(useSession()), select)
}

/** The key by which the window remembers a moment: now has none. */
export function keyOf(moment: Moment | undefined): string | null {
  return moment === undefined || moment.kind === 'now' ? null : moment.key
}
