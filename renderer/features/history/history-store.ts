import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Moment } from '../../../shared/history/moment.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { TreeKey } from '../../../shared/plan/tree-nodes.ts'
import type { PlanStore } from '../../state/plan-store.ts'
import { useSession, type Session } from '../../state/session.tsx'

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

export type HistoryStore = StoreApi<HistoryState>

const beginning: HistoryState = { against: 'before', tab: 'board', focused: null, wantsFocus: false, open: new Map(), row: null, wantsRow: false }

// lives as long as the plan is open, so that a look at the board and back finds the history as one left it
const stores = new WeakMap<PlanStore, HistoryStore>()

export function historyOf({ plan }: Pick<Session, 'plan'>): HistoryStore {
  const known = stores.get(plan)
  if (known !== undefined) return known
  const store = createStore<HistoryState>()(() => beginning)
  stores.set(plan, store)
  return store
}

export function usePast<T>(select: (state: HistoryState) => T): T {
  return useStore(historyOf(useSession()), select)
}

/** The key by which the window remembers a moment: now has none. */
export function keyOf(moment: Moment | undefined): string | null {
  return moment === undefined || moment.kind === 'now' ? null : moment.key
}
