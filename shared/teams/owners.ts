import { goalPlaces } from '../plan/outline.ts'
import { childrenOf, goalsOf, type ParentKey, type PlanView } from '../plan/plan-view.ts'

// lists are made anew when anything below them changes, so names hold for as long as their list is the same
const known = new WeakMap<object, ReadonlySet<string>>()

/** Everybody who owns a goal, by name. */
export function ownersInPlan(view: PlanView): readonly string[] {
  const owners = new Set<string>()
  for (const parent of goalPlaces(view)) {
    for (const owner of ownersBelow(view, parent)) owners.add(owner)
  }
  return [...owners].toSorted()
}

function ownersBelow(view: PlanView, parent: ParentKey): ReadonlySet<string> {
  const list = childrenOf(view, { parent, kind: 'goal' })
  const before = known.get(list)
  if (before !== undefined) return before
  const owners = new Set<string>()
  for (const goal of goalsOf(view, parent)) {
    if (goal.owner !== '') owners.add(goal.owner)
    for (const owner of ownersBelow(view, goal.id)) owners.add(owner)
  }
  known.set(list, owners)
  return owners
}
