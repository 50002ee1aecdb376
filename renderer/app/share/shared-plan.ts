import type { SharedPlan, SharedSnapshots } from '../../../shared/share/share.ts'
import type { Session } from '../../state/session.tsx'

/** An open plan as its share sees it. */
export function sharedPlanOf({ plan }: Pick<Session, 'plan'>, snapshots: SharedSnapshots): SharedPlan {
  const { getState } = plan
  return {
    id: getState().planId,
    by: () => ({ replica: getState().computer.replica, name: getState().computer.name }),
    title: () => getState().view.plan?.title ?? '',
    set: () => getState().view.set,
    isSafe: () => getState().saving.kind === 'saved' && !getState().isRemoved,
    receive: (theirs) => getState().receive(theirs),
    snapshots,
  }
}
