import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GoalId } from '../../shared/model/ids.ts'
import type { Status } from '../../shared/model/status.ts'

export type Screen =
  | 'board'
  | 'plan'
  | 'checkin'
  | 'teams'
  | 'insights'
  | 'report'
  | 'exchange'
  | 'snapshots'
  | 'backups'
  | 'history'
  | 'turn'

/** Screens that show the quarter which is chosen, by themselves. */
export const screensOfQuarter: readonly Screen[] = [
  'board',
  'teams',
  'insights',
  'report',
  'history',
  'turn',
]

/** Screens beside which a goal may stand open; on the others one left open elsewhere is not in sight. */
export const screensBesideGoal: readonly Screen[] = [
  'board',
  'plan',
  'teams',
  'exchange',
  'insights',
  'turn',
]

/** What stands over the screen of a plan and wants an answer. One at a time. */
export type Overlay =
  | { readonly kind: 'move'; readonly goals: readonly GoalId[] }
  | { readonly kind: 'newGoal'; readonly status: Status }
  | { readonly kind: 'note'; readonly goal: GoalId }
  | { readonly kind: 'reason'; readonly goals: readonly GoalId[]; readonly status: Status }
  | { readonly kind: 'planSettings' }

export interface UiState {
  readonly screen: Screen
  /** The goal whose panel is open at the side. */
  readonly goal: GoalId | null
  readonly overlay: Overlay | null
  /** The card or row whose title is being edited in place. */
  readonly renaming: GoalId | null
  /** The moment that the history looks back to, by its key; null is now. */
  readonly moment: string | null
  /** The month of the check-in that was chosen; null is the one that is suggested. */
  readonly month: string | null
  /** The goal that is to be printed in place of the screen. */
  readonly printing: GoalId | null
  /** Which list of the exchange is shown: what others changed, or what was edited on both sides. */
  readonly exchangeList: 'others' | 'review'
  /** Somebody came by a command: the screen shall have the focus, whatever had it. */
  readonly isArriving: boolean
  readonly show: (screen: Screen) => void
  /** Shows a screen and gives it the focus. */
  readonly goTo: (screen: Screen) => void
  readonly arrived: () => void
  readonly openGoal: (goal: GoalId | null) => void
  readonly open: (overlay: Overlay) => void
  readonly close: () => void
  readonly rename: (goal: GoalId | null) => void
  readonly printGoal: (goal: GoalId | null) => void
  readonly lookAt: (moment: string | null) => void
  readonly checkInFor: (month: string | null) => void
}

export type UiStore = StoreApi<UiState>

/** Where a person is in the app; nothing here is part of the plan. */
export function createUiStore({ screen: first }: { readonly screen: Screen }): UiStore {
  return createStore<UiState>()((set) => ({
    screen: first,
    goal: null,
    overlay: null,
    renaming: null,
    moment: null,
    month: null,
    printing: null,
    exchangeList: 'review',
    isArriving: false,
    show: (screen) => set({ screen }),
    goTo: (screen) => set({ screen, isArriving: true }),
    arrived: () => set({ isArriving: false }),
    openGoal: (goal) => set({ goal }),
    open: (overlay) => set({ overlay }),
    close: () => set({ overlay: null }),
    rename: (renaming) => set({ renaming }),
    printGoal: (printing) => set({ printing }),
    lookAt: (moment) => set({ moment }),
    checkInFor: (month) => set({ month }),
  }))
}
