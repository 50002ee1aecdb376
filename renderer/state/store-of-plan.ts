import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PlanStore } from './plan-store.ts'
import type { Session } from './session.tsx'

/**
 * What a screen keeps about the plan that is open, and for as long as that is open: a look at another screen and back
 * finds it as one left it. Takes how it begins, and what it does with the session; gives what finds the store of one.
 */
export function storeOfPlan<State, Of extends Pick<Session, 'plan'> = Pick<Session, 'plan'>>(beginning: State, begun: (store: StoreApi<State>, of: Of) => void = () => undefined): (of: Of) => StoreApi<State> {
  const stores = new WeakMap<PlanStore, StoreApi<State>>()
  return (of) => {
    const { plan } = of
    const known = stores.get(plan)
    if (known !== undefined) return known
    const store = createStore<State>()(() => beginning)
    stores.set(plan, store)
    begun(store, of)
    return store
  }
}
