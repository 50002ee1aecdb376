import { useDeferredValue } from 'react'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { usePlan } from '../state/session.tsx'

/**
 * The plan for what is told beside it, sums and counts: what people work on is drawn first, and these in a task of their own. Where
 * a colleague's day comes in, each of them looks through all outputs that it touched.
 */
export function useLaterView(): PlanView {
  return useDeferredValue(usePlan((state) => state.view))
}

/** The same, and null as long as the first screen is drawn. */
export function useViewSoon(): PlanView | null {
  return useDeferredValue(usePlan((state) => state.view), null)
}
