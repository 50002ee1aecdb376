import { hasKind, isRecordId } from '../../../shared/model/ids.ts'
import type { TreeRow } from '../../../shared/plan/tree/tree-rows.ts'
import type { TreeId } from '../../../shared/plan/tree/tree-place.ts'
import { goalDragData } from '../../parts/goal-drag.ts'

type Data = Readonly<Record<string | symbol, unknown>>

/** What a dragged row carries; a goal's is that of a card, so that a quarter takes it as well. */
export function rowDragData(id: TreeId): Record<string, unknown> {
  return hasKind(id, 'goal') ? goalDragData(id) : { kind: 'planRecord', id }
}

export function draggedRecord(data: Data): TreeId | null {
  const { id, kind } = data
  if ((kind !== 'goal' && kind !== 'planRecord') || !isRecordId(id)) return null
  return hasKind(id, 'program') || hasKind(id, 'outcome') || hasKind(id, 'output') || hasKind(id, 'goal') ? id : null
}

/** What a row says of itself as a place to drop on. */
export function rowDropData(row: TreeRow): Record<string, unknown> {
  return { kind: 'planRow', row }
}

export function rowDroppedOn(data: Data): TreeRow | null {
  // only `rowDropData` writes this kind, and nothing dragged from elsewhere gets here
  return data['kind'] === 'planRow' ? ((data['row'] as TreeRow | undefined) ?? null) : null
}
