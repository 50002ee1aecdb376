import type { Value } from '../changes/change.ts'
import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import { kindOf, type RecordId } from '../model/ids.ts'
import { isKnownKind } from '../model/records.ts'
import { childrenOf, parentOf, type PlanView } from '../plan/plan-view.ts'

/**
 * The record right before the place that an order key gives another one in its list; null where that is the
 * first place. An order key says nothing to a person, its neighbour does.
 */
export function neighbourBefore(view: PlanView, on: RecordId, order: Value | undefined): RecordId | null {
  const folded = recordIn(view.set, on)
  const kind = kindOf(on)
  if (folded === undefined || !isKnownKind(kind)) return null
  const siblings = childrenOf(view, { parent: parentOf(view, folded) ?? 'root', kind })
  const key = textOf(order)
  const isBefore = (id: RecordId): boolean => {
    const other = textOf(winnerOf(recordIn(view.set, id), 'order')?.value)
    return id !== on && (other < key || (other === key && id < on))
  }
  return siblings.findLast(isBefore) ?? null
}

function textOf(order: Value | undefined): string {
  return typeof order === 'string' ? order : ''
}
