import { recordIn } from '../../changes/fold.ts'
import { hasKind, type RecordId } from '../../model/ids.ts'
import { parentOf, recordOf, type PlanView } from '../plan-view.ts'
import { quarterKey, type TreeKey } from './tree-nodes.ts'
import type { TreeId } from './tree-place.ts'

/** The rows above a record's row, the nearest first: what must be open for it to be in sight. */
export function pathTo(view: PlanView, id: TreeId): readonly TreeKey[] {
  const path: TreeKey[] = []
  let current: RecordId = id
  for (;;) {
    const folded = recordIn(view.set, current)
    if (folded === undefined) return path
    const above = parentOf(view, folded)
    if (hasKind(current, 'goal') && !hasKind(above, 'goal')) path.push(quarterKey(hasKind(above, 'output') ? above : 'root', recordOf(view, current)?.quarter ?? null))
    if (above === null) return [...path, ...looseAbove(current)]
    path.push(above)
    current = above
  }
}

function looseAbove(top: RecordId): readonly TreeKey[] {
  if (hasKind(top, 'goal')) return ['loose goal']
  if (hasKind(top, 'output')) return ['loose output']
  return hasKind(top, 'outcome') ? ['loose outcome'] : []
}
