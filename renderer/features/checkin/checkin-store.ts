import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GoalId, NoteId, OutputId } from '../../../shared/model/ids.ts'
import type { PlanStore } from '../../state/plan-store.ts'
import { useSession, type Session } from '../../state/session.tsx'

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

export type CheckInStore = StoreApi<CheckInState>

const beginning: CheckInState = { place: null, trail: [], written: [], wantsFocus: false }

// lives as long as the plan is open, so that a look at the board and back finds the check-in as one left it
const stores = new WeakMap<PlanStore, CheckInStore>()

export function checkInOfPlan({ plan }: Pick<Session, 'plan'>): CheckInStore {
  const known = stores.get(plan)
  if (known !== undefined) return known
  const store = createStore<CheckInState>()(() => beginning)
  stores.set(plan, store)
  return store
}

export function useCheckIn<T>(select: (state: CheckInState) => T): T {
  return useStore(checkInOfPlan(useSession()), select)
}
