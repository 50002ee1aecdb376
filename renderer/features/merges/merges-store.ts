import { useStore } from 'zustand'
import type { ConflictId, RecordId } from '../../../shared/model/ids.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { useSession, type Session } from '../../state/session.tsx'
import { storeOfPlan } from '../../state/store-of-plan.ts'

/** What one looks through: what others changed, or what was edited on both sides. */
export type LookTab = 'others' | 'review'

export interface MergesState {
  /** What was chosen; null where nobody has. */
  readonly tab: LookTab | null
  /** Of what others changed, the row that Tab leads to, and whether it shall take the focus when it is drawn. */
  readonly activeOther: RecordId | null
  readonly wantsOther: boolean
  /** The conflict that Tab leads to, and whether it shall take the focus when it is drawn. */
  readonly active: ConflictId | null
  readonly wantsFocus: boolean
  /** What was decided, the last one last: undone, it comes back, and the focus with it. */
  readonly decided: readonly ConflictId[]
  /** The merge that somebody is asked about before it is taken back. */
  readonly takingBack: string | null
}

export const mergesStoreOf = storeOfPlan<MergesState>({ tab: null, activeOther: null, wantsOther: false, active: null, wantsFocus: false, decided: [], takingBack: null })

export function useMerges<T>(select: (state: MergesState) => T): T {
  return useStore(mergesStoreOf(useSession()), select)
}

/** Conflicts come first, since they wait for a decision; what others changed is only to be read. */
export function tabShown({ tab, conflicts, others }: { readonly tab: LookTab | null; readonly conflicts: number; readonly others: number }): LookTab {
  return tab ?? (conflicts === 0 && others > 0 ? 'others' : 'review')
}

/** Brings the focus back to the row of the exchange that had it last, if any is there. */
export function focusExchange(session: Session): void {
  const store = mergesStoreOf(session)
  const conflicts = openConflicts(session.plan.getState().view).length
  const { changes, lately } = session.others.getState()
  const others = changes.size + lately.size
  const shown = tabShown({ tab: store.getState().tab, conflicts, others })
  if (shown === 'review' && conflicts > 0) store.setState({ wantsFocus: true })
  if (shown === 'others' && others > 0) store.setState({ wantsOther: true })
}
