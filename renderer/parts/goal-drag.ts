import { hasKind, type GoalId } from '../../shared/model/ids.ts'
import { isStatus, type Status } from '../../shared/model/status.ts'
import { isQuarter, type Quarter } from '../../shared/model/year.ts'

type Data = Readonly<Record<string | symbol, unknown>>

/** What a dragged card carries. */
export function goalDragData(id: GoalId): Record<string, unknown> {
  return { kind: 'goal', id }
}

export function draggedGoal(data: Data): GoalId | null {
  const { id } = data
  return data['kind'] === 'goal' && typeof id === 'string' && hasKind(id, 'goal') ? id : null
}

/** Where a card can be dropped: a column, a place beside another card, or a quarter. */
export type GoalDrop = { readonly kind: 'column'; readonly status: Status } | { readonly kind: 'card'; readonly id: GoalId; readonly status: Status } | { readonly kind: 'quarter'; readonly quarter: Quarter | null }

export function goalDropData(drop: GoalDrop): Record<string, unknown> {
  return { kind: `${drop.kind}Drop`, drop }
}

/** Reads back what `goalDropData` wrote; null for a drop target of somebody else. */
export function goalDropOf(data: Data): GoalDrop | null {
  const { drop } = data
  if (typeof drop !== 'object' || drop === null || !('kind' in drop)) return null
  if (drop.kind === 'column' && 'status' in drop && isStatus(drop.status)) return { kind: 'column', status: drop.status }
  if (drop.kind === 'card' && 'status' in drop && isStatus(drop.status) && 'id' in drop && typeof drop.id === 'string' && hasKind(drop.id, 'goal')) return { kind: 'card', id: drop.id, status: drop.status }
  if (drop.kind === 'quarter' && 'quarter' in drop && (drop.quarter === null || isQuarter(drop.quarter))) return { kind: 'quarter', quarter: drop.quarter }
  return null
}
