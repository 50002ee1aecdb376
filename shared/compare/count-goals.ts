import { hasKind } from '../model/ids.ts'
import { noGoals } from '../model/status.ts'
import type { CountsByStatus } from '../plan/plan-counts.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { readAny } from '../plan/read-record.ts'
import type { CompareScope } from './comparison.ts'
import { createStandings } from './standing.ts'

/** Goals and sub-goals of a scope by status, as a comparison counts them. */
export function countGoals(view: PlanView, scope: CompareScope): CountsByStatus {
  const counts = noGoals()
  const standingOf = createStandings(view)
  for (const shard of view.set.records.shards) {
    for (const folded of shard.values()) {
      const goal = hasKind(folded.id, 'goal') ? readAny(folded) : null
      if (goal === null || !('waitingOn' in goal)) continue
      const { isThere, quarter } = standingOf(folded)
      if (isThere && (typeof scope === 'string' || quarter === scope)) counts[goal.status] += 1
    }
  }
  return counts
}
