import { hasKind, type RecordId } from '../model/ids.ts'
import { recordOf, type PlanView } from './plan-view.ts'

/** What a record is told under: a note under its goal, anything else under itself. */
export function groupOf(view: PlanView, on: RecordId): RecordId {
  const about = hasKind(on, 'note') ? (recordOf(view, on)?.about ?? null) : null
  return hasKind(about, 'goal') ? about : on
}
