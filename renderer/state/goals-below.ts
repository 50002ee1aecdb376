import type { RecordId } from '../../shared/model/ids.ts'
import { childrenOf, type PlanView } from '../../shared/plan/plan-view.ts'

/** How many goals go with goals that are deleted, besides them, as a detail of the action; undefined where none do. */
export function goalsBelow(view: PlanView, goals: readonly RecordId[]): string | undefined {
  const found = new Set<RecordId>()
  const waiting = [...goals]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const below = childrenOf(view, { parent: id, kind: 'goal' }).filter((child) => !found.has(child))
    for (const child of below) found.add(child)
    waiting.push(...below)
  }
  for (const id of goals) found.delete(id)
  return found.size === 0 ? undefined : String(found.size)
}
