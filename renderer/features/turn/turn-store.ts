import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Quarter } from '../../../shared/model/year.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import type { Decision, Decisions } from '../../../shared/turn/decision.ts'
import type { TurnSums } from '../../../shared/turn/turn-sums.ts'
import { useSession, type Session } from '../../state/session.tsx'
import { storeOfPlan } from '../../state/store-of-plan.ts'

/** What was done with a quarter, until something else is done. */
export interface TurnedQuarter {
  readonly quarter: Quarter
  readonly sums: TurnSums
  /** The plan with it done. */
  readonly view: PlanView
  /** They come back when it is undone. */
  readonly decisions: Decisions
}

export interface TurnState {
  /** What was decided and not done yet, by quarter. */
  readonly decided: ReadonlyMap<Quarter, Decisions>
  /** The goal whose row Tab leads to, and whether it, or its reason, shall take the focus when it is drawn. */
  readonly active: GoalId | null
  readonly wantsFocus: 'row' | 'reason' | null
  readonly turned: TurnedQuarter | null
}

export type TurnStore = StoreApi<TurnState>

/** Once a turned quarter is undone, what was decided is there again. */
export const turnStoreOf = storeOfPlan<TurnState>({ decided: new Map(), active: null, wantsFocus: null, turned: null }, (store, plan) => {
  plan.subscribe(({ lastAction }, before) => {
    const { turned, decided } = store.getState()
    if (turned === null || lastAction === before.lastAction || lastAction?.how !== 'undone' || lastAction.name.action !== 'quarterTurned') return
    store.setState({ turned: null, decided: new Map(decided).set(turned.quarter, turned.decisions), wantsFocus: 'row' })
  })
})

export function useTurn<T>(select: (state: TurnState) => T): T {
  return useStore(turnStoreOf(useSession()), select)
}

export const noDecisions: Decisions = new Map()

/** Decides on goals; what was decided of the others stays. */
export function decide(store: TurnStore, { quarter, decisions }: { readonly quarter: Quarter; readonly decisions: readonly (readonly [GoalId, Decision])[] }): void {
  const { decided } = store.getState()
  store.setState({ decided: new Map(decided).set(quarter, new Map([...(decided.get(quarter) ?? noDecisions), ...decisions])) })
}

/** Brings the focus back to the row that had it last. */
export function focusTurn(session: Session): void {
  turnStoreOf(session).setState({ wantsFocus: 'row' })
}
