import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GoalId } from '../../shared/model/ids.ts'
import type { Status } from '../../shared/model/status.ts'

export type Screen = 'board' | 'plan' | 'exchange' | 'snapshots' | 'history'

/** What stands over the screen of a plan and wants an answer. One at a time. */
export type Overlay =
  | { readonly kind: 'move'; readonly goals: readonly GoalId[] }
  | { readonly kind: 'newGoal'; readonly status: Status }
  | { readonly kind: 'note'; readonly goal: GoalId }
  | { readonly kind: 'reason'; readonly goals: readonly GoalId[]; readonly status: Status }

export interface UiState {
  readonly screen: Screen
  /** The goal whose panel is open at the side. */
  readonly goal: GoalId | null
  readonly overlay: Overlay | null
  /** The card or row whose title is being edited in place. */
  readonly renaming: GoalId | null
  /** The moment that the history looks back to, by its key; null is now. */
  readonly moment: string | null
  readonly show: (screen: Screen) => void
  readonly openGoal: (goal: GoalId | null) => void
  readonly open: (overlay: Overlay) => void
  readonly close: () => void
  readonly rename: (goal: GoalId | null) => void
  readonly lookAt: (moment: string | null) => void
}

export type UiStore = StoreApi<UiState>

/** Where a person is in the app; nothing here is part of the plan. */
export function createUiStore({ screen }: { readonly screen: Screen }): UiStore {
  return createStore<UiState>()((set) => ({
    screen,
    goal: null,
    overlay: null,
    renaming: null,
    moment: null,
    show: (next) => set({ screen: next }),
    openGoal: (goal) => set({ goal }),
    open: (overlay) => set({ overlay }),
    close: () => set({ overlay: null }),
    rename: (renaming) => set({ renaming }),
    lookAt: (moment) => set({ moment }),
  }))
}
