import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ConflictId } from '../../../shared/model/ids.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import type { PlanStore } from '../../state/plan-store.ts'
import { useSession, type Session } from '../../state/session.tsx'

export interface MergesState {
  /** The conflict that Tab leads to, and whether it shall take the focus when it is drawn. */
  readonly active: ConflictId | null
  readonly wantsFocus: boolean
  /** What was decided, the last one last: undone, it comes back, and the focus with it. */
  readonly decided: readonly ConflictId[]
  /** The merge that somebody is asked about before it is taken back. */
  readonly takingBack: string | null
}

export type MergesStore = StoreApi<MergesState>

// lives as long as the plan is open, so that a look at the board and back finds the same place
const stores = new WeakMap<PlanStore, MergesStore>()

export function mergesStoreOf({ plan }: Pick<Session, 'plan'>): MergesStore {
  const known = stores.get(plan)
  if (known !== undefined) return known
  const store = createStore<MergesState>()(() => ({ active: null, wantsFocus: false, decided: [], takingBack: null }))
  stores.set(plan, store)
  return store
}

export function useMerges<T>(select: (state: MergesState) => T): T {
  return useStore(mergesStoreOf(useSession()), select)
}

/** Brings the focus back to the conflict that had it last, if any waits. */
export function focusConflicts(session: Session): void {
  if (openConflicts(session.plan.getState().view).length > 0) mergesStoreOf(session).setState({ wantsFocus: true })
}
