import { hasKind, type RecordId } from '../model/ids.ts'
import type { PlanView } from '../plan/plan-view.ts'
import { placeOf } from '../plan/record-places.ts'

/** What a record is told under: a note under its goal, anything else under itself. */
export function groupOf(view: PlanView, on: RecordId): RecordId {
  // where a goal itself belongs takes a while to find out, and isn't asked here
  return hasKind(on, 'note') ? (placeOf(view, on).goal ?? on) : on
}
