import { useStore } from 'zustand'
import type { GoalId, NoteId, OutputId } from '../../../shared/model/ids.ts'
import { useSession } from '../../state/session.tsx'
import { storeOfPlan } from '../../state/store-of-plan.ts'

/** What is asked about: one goal, or all goals of an output at once (and the goal one came from); or how it all stands. */
export type Place = { readonly kind: 'goal'; readonly goal: GoalId } | { readonly kind: 'output'; readonly output: OutputId; readonly from: GoalId } | { readonly kind: 'summary' }

export interface CheckInState {
  /** Null until somebody has gone somewhere: then it is the first goal without a note. */
  readonly place: Place | null
  /** Where one came from, the last at the end. */
  readonly trail: readonly Place[]
  /** Notes written since the screen was entered. */
  readonly written: readonly NoteId[]
  /** What is shown shall have the focus as soon as it is drawn. */
  readonly wantsFocus: boolean
}

export const checkInOfPlan = storeOfPlan<CheckInState>({ place: null, trail: [], written: [], wantsFocus: false })

export function useCheckIn<T>(select: (state: CheckInState) => T): T {
  return useStore(checkInOfPlan(useSession()), select)
}
