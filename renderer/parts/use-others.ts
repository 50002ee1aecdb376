import type { GoalId } from '../../shared/model/ids.ts'
import type { OthersChange } from '../../shared/plan/others-change.ts'
import { useOthers, useSession } from '../state/session.tsx'
import { othersCount, othersOf } from './others-of.ts'
import { othersWords } from './others-words.ts'

/** What others changed of a goal, in words; empty where nothing waits to be looked at. */
export function useOthersWords(goal: GoalId): string {
  const { plan } = useSession()
  return useOthers(({ changes }) => othersWords(plan.getState().view, othersOf({ view: plan.getState().view, changes, goal })))
}

/** What others changed of a goal, that which is being looked at included. */
export function useOthersOf(goal: GoalId): readonly OthersChange[] {
  const { plan } = useSession()
  const waiting = useOthers(({ changes }) => othersOf({ view: plan.getState().view, changes, goal }))
  const lately = useOthers(({ lately: changes }) => othersOf({ view: plan.getState().view, changes, goal }))
  return waiting.length === 0 ? lately : [...lately.filter(({ on }) => !waiting.some((each) => each.on === on)), ...waiting]
}

/** How many goals, and other parts of the plan, others changed and nobody here has looked at. */
export function useOthersCount(): number {
  const { plan } = useSession()
  return useOthers(({ changes }) => othersCount(plan.getState().view, changes))
}
