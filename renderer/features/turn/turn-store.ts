import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Quarter } from '../../../shared/model/year.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import type { Decision, Decisions } from '../../../shared/turn/decision.ts'
import type { TurnSums } from '../../../shared/turn/turn-sums.ts'
import { keepDecisions, keptDecisions } from './decision-drafts.ts'
import { keepLeftGoals } from '../../parts/left-goals.ts'
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

/** What was decided outlives a reload; once a turned quarter is undone, it is there again. */
export const turnStoreOf = storeOfPlan<TurnState, Pick<Session, 'plan' | 'drafts'>>({ decided: new Map(), active: null, wantsFocus: null, turned: null }, (store, session) => {
  const takeUp = (): void => {
    // what is decided in this window stays, and what another one has left waits
    const { decided } = store.getState()
    const kept = keptDecisions(session, decided)
    if (kept.size > 0) store.setState({ decided: new Map([...decided, ...kept]) })
  }
  takeUp()
  store.subscribe(({ decided }, before) => {
    if (decided !== before.decided) keepDecisions(session, { decided, before: before.decided })
  })
  session.drafts.subscribe(takeUp)
  session.plan.subscribe(({ lastAction }, before) => {
    const { turned, decided } = store.getState()
    if (turned === null || lastAction === before.lastAction || lastAction?.how !== 'undone' || lastAction.name.action !== 'quarterTurned') return
    keepLeftGoals(session, { quarter: turned.quarter, left: new Map() })
    store.setState({ turned: null, decided: new Map(decided).set(turned.quarter, turned.decisions), wantsFocus: 'row' })
  })
})

export function useTurn<T>(select: (state: TurnState) => T): T {
  return useStore(turnStoreOf(useSession()), select)
}

export const noDecisions: Decisions = new Map()

/** What was decided on a quarter is done, or proposed anew. */
export function forgetDecisions(session: Session, quarter: Quarter): void {
  const store = turnStoreOf(session)
  const decided = new Map(store.getState().decided)
  decided.delete(quarter)
  store.setState({ decided })
}

/** Decides on goals; what was decided of the others stays. */
export function decide(store: TurnStore, { quarter, decisions }: { readonly quarter: Quarter; readonly decisions: readonly (readonly [GoalId, Decision])[] }): void {
  const { decided } = store.getState()
  store.setState({ decided: new Map(decided).set(quarter, new Map([...(decided.get(quarter) ?? noDecisions), ...decisions])) })
}

/** Brings the focus back to the row that had it last. */
export function focusTurn(session: Session): void {
  turnStoreOf(session).setState({ wantsFocus: 'row' })
}
