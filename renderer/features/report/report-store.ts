import { useStore } from 'zustand'
import { useSession } from '../../state/session.tsx'
import { storeOfPlan } from '../../state/store-of-plan.ts'
import { today, type Picked } from '../../state/snapshot-store.ts'

export interface ReportOptions {
  readonly notes: boolean
  /** The plan as it is, or a kept snapshot. */
  readonly from: Picked
}

export const reportOptionsOf = storeOfPlan<ReportOptions>({ notes: true, from: today })

export function useReportOptions(): ReportOptions {
  return useStore(reportOptionsOf(useSession()))
}
