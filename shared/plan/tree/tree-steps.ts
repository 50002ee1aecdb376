import { recordIn } from '../../changes/fold.ts'
import { hasKind, type RecordId } from '../../model/ids.ts'
import { quarterOfGoal } from '../goal-place.ts'
import { parentOf, type PlanView } from '../plan-view.ts'
import { standingOf, type TreeId, type TreePlace } from './tree-place.ts'

/** A step by key: among its neighbours, below the one before, or out beside what it stands below. */
export type TreeStep = 'up' | 'down' | 'in' | 'out'

/** Where a step takes a record; null where there is no such place, and nothing happens. */
export function stepInTree({ view, id, step }: { readonly view: PlanView; readonly id: TreeId; readonly step: TreeStep }): TreePlace | null {
  const standing = standingOf(view, id)
  if (standing === null) return null
  const { under, quarter, list, index } = standing
  switch (step) {
    case 'up':
      return index === 0 ? null : placeOf(under, quarter, index - 1)
    case 'down':
      return index === list.length - 1 ? null : placeOf(under, quarter, index + 1)
    case 'in': {
      const before = list[index - 1]
      // only goals hold their own kind; below the one before, it comes last
      return before === undefined || !hasKind(before, 'goal') ? null : { under: before, index: Number.MAX_SAFE_INTEGER }
    }
    case 'out':
      return hasKind(under, 'goal') ? besides(view, under) : null
  }
}

/** Right after a goal, beside it. */
function besides(view: PlanView, id: TreeId & `goal:${string}`): TreePlace | null {
  const folded = recordIn(view.set, id)
  const standing = standingOf(view, id)
  if (folded === undefined || standing === null) return null
  const under = parentOf(view, folded)
  return placeOf(under, hasKind(under, 'goal') ? undefined : quarterOfGoal(view, id), standing.index + 1)
}

function placeOf(under: RecordId | null, quarter: TreePlace['quarter'] | undefined, index: number): TreePlace {
  return quarter === undefined ? { under, index } : { under, quarter, index }
}
