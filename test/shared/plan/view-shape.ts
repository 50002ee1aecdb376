import { entriesOf } from '../../../shared/changes/sharded-map.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'

/** Which records stand where, and which links are cut: equal for two views that show the same. */
export function shapeOf(view: PlanView): unknown {
  const lists = [...entriesOf(view.children)].filter(([, list]) => list.length > 0).map(([key, list]) => `${key}: ${list.join(' ')}`)
  return [lists.toSorted(), [...view.cutGoals].toSorted()]
}
