import { hasKind, kindOf } from '../../model/ids.ts'
import { lineageOf } from '../goal-place.ts'
import type { PlanView } from '../plan-view.ts'
import type { TreeNode } from './tree-nodes.ts'
import { standingOf, type TreeId, type TreePlace } from './tree-place.ts'

/** Where in a row something is let go: at its upper or lower edge, or in its middle. */
export type DropPart = 'before' | 'after' | 'into'

const last = Number.MAX_SAFE_INTEGER

/** Where a record that is let go over a row comes to stand; null where it can't. */
export function placeOfDrop({ view, id, over, part }: { readonly view: PlanView; readonly id: TreeId; readonly over: TreeNode; readonly part: DropPart }): TreePlace | null {
  if ('id' in over && isWithin({ view, id, over: over.id })) return null
  return part === 'into' ? placeInto({ id, over }) : placeBeside({ view, id, over, part })
}

function isWithin({ view, id, over }: { readonly view: PlanView; readonly id: TreeId; readonly over: TreeId }): boolean {
  if (id === over) return true
  return hasKind(over, 'goal') && [...lineageOf(view, over)].some((goal) => goal.id === id)
}

function placeBeside({ view, id, over, part }: { readonly view: PlanView; readonly id: TreeId; readonly over: TreeNode; readonly part: 'before' | 'after' }): TreePlace | null {
  if (!('id' in over) || kindOf(over.id) !== kindOf(id)) return null
  const standing = standingOf(view, over.id)
  if (standing === null) return null
  // counted without the one that moves, should it stand before in the same list
  const others = standing.list.filter((sibling) => sibling !== id)
  const index = others.indexOf(over.id) + (part === 'after' ? 1 : 0)
  return standing.quarter === undefined ? { under: standing.under, index } : { under: standing.under, quarter: standing.quarter, index }
}

function placeInto({ id, over }: { readonly id: TreeId; readonly over: TreeNode }): TreePlace | null {
  switch (over.kind) {
    case 'program':
      return hasKind(id, 'outcome') ? { under: over.id, index: last } : null
    case 'outcome':
      return hasKind(id, 'output') ? { under: over.id, index: last } : null
    case 'output':
      return hasKind(id, 'goal') ? { under: over.id, index: last } : null
    case 'quarter':
      return hasKind(id, 'goal') ? { under: over.output === 'root' ? null : over.output, quarter: over.quarter, index: last } : null
    case 'goal':
      return hasKind(id, 'goal') ? { under: over.id, index: last } : null
    case 'loose':
      return kindOf(id) === over.holds ? { under: null, index: last } : null
  }
}
