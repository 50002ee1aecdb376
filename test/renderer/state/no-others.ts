import { createOthersStore, type OthersStore } from '../../../renderer/state/others-store.ts'
import type { PlanStore } from '../../../renderer/state/plan-store.ts'

/** What others changed in a plan that nobody shares, for sessions in which it doesn't matter. */
export function noOthers(plan: PlanStore): OthersStore {
  const nothing = { until: 0, records: new Map() }
  return createOthersStore({ plan, storage: { receivedSince: async () => ({ ok: true, value: [] }) }, looked: { read: () => nothing, add: () => nothing }, now: () => 0 })
}
