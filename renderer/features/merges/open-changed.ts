import { hasKind, type RecordId } from '../../../shared/model/ids.ts'
import { deletedAround } from '../../../shared/plan/bring-back.ts'
import { openConflicts } from '../../../shared/plan/open-conflicts.ts'
import { openGoal } from '../../parts/open-goal.ts'
import type { Session } from '../../state/session.tsx'
import { mergesStoreOf } from './merges-store.ts'

/** Opens what others changed: a goal, deleted or not, beside the list; of what else is deleted the question whether it comes back, or the history, where it still is. */
export function openChanged(session: Session, about: RecordId): void {
  if (hasKind(about, 'goal')) {
    openGoal(session, about)
    return
  }
  const { view } = session.plan.getState()
  const gone = deletedAround(view, [about])
  const conflict = openConflicts(view).find(({ on }) => gone.includes(on))
  if (conflict !== undefined) mergesStoreOf(session).setState({ tab: 'review', active: conflict.id, wantsFocus: true })
  else if (gone.length > 0) session.ui.getState().goTo('history')
}
