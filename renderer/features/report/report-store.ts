import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PlanStore } from '../../state/plan-store.ts'
import { useSession, type Session } from '../../state/session.tsx'
import { today, type Picked } from '../../state/snapshot-store.ts'

export interface ReportOptions {
  readonly notes: boolean
  /** The plan as it is, or a kept snapshot. */
  readonly from: Picked
}

// lives as long as the plan is open, so that a look at the board and back finds the report as one left it
const stores = new WeakMap<PlanStore, StoreApi<ReportOptions>>()

export function reportOptionsOf({ plan }: Pick<Session, 'plan'>): StoreApi<ReportOptions> {
  const known = stores.get(plan)
  if (known !== undefined) return known
  const store = createStore<ReportOptions>()(() => ({ notes: true, from: today }))
  stores.set(plan, store)
  return store
}

export function useReportOptions(): ReportOptions {
  return useStore(reportOptionsOf(useSession()))
}
