import type { RecordId } from '../../shared/model/ids.ts'
import { childrenOf, type PlanView } from '../../shared/plan/plan-view.ts'

const kinds = ['program', 'outcome', 'output', 'goal'] as const

/** How many goals and sub-goals go with records that are deleted, besides them, as a detail of the action; undefined where none do. */
export function goalsBelow(view: PlanView, records: readonly RecordId[]): string | undefined {
  const goals = new Set<RecordId>()
  const seen = new Set<RecordId>(records)
  const waiting = [...records]
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const kind of kinds) {
      for (const child of childrenOf(view, { parent, kind })) {
        if (seen.has(child)) continue
        seen.add(child)
        waiting.push(child)
        if (kind === 'goal') goals.add(child)
      }
    }
  }
  return goals.size === 0 ? undefined : String(goals.size)
}
