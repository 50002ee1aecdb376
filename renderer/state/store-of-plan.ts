import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PlanStore } from './plan-store.ts'
import type { Session } from './session.tsx'

/**
 * What a screen keeps about the plan that is open, and for as long as that is open: a look at another screen and back
 * finds it as one left it. Takes how it begins, and what it does with the plan; gives what finds the store of a session.
 */
export function storeOfPlan<State>(beginning: State, begun: (store: StoreApi<State>, plan: PlanStore) => void = () => undefined): (of: Pick<Session, 'plan'>) => StoreApi<State> {
  const stores = new WeakMap<PlanStore, StoreApi<State>>()
  return ({ plan }) => {
    const known = stores.get(plan)
    if (known !== undefined) return known
    const store = createStore<State>()(() => beginning)
    stores.set(plan, store)
    begun(store, plan)
    return store
  }
}
