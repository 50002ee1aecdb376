import { useStore } from 'zustand'
import type { ConflictId } from '../../../shared/model/ids.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { useSession, type Session } from '../../state/session.tsx'
import { storeOfPlan } from '../../state/store-of-plan.ts'

export interface MergesState {
  /** The conflict that Tab leads to, and whether it shall take the focus when it is drawn. */
  readonly active: ConflictId | null
  readonly wantsFocus: boolean
  /** What was decided, the last one last: undone, it comes back, and the focus with it. */
  readonly decided: readonly ConflictId[]
  /** The merge that somebody is asked about before it is taken back. */
  readonly takingBack: string | null
}

export const mergesStoreOf = storeOfPlan<MergesState>({ active: null, wantsFocus: false, decided: [], takingBack: null })

export function useMerges<T>(select: (state: MergesState) => T): T {
  return useStore(mergesStoreOf(useSession()), select)
}

/** Brings the focus back to the conflict that had it last, if any waits. */
export function focusConflicts(session: Session): void {
  if (openConflicts(session.plan.getState().view).length > 0) mergesStoreOf(session).setState({ wantsFocus: true })
}
