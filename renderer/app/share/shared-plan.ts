import type { SharedPlan, SharedSnapshots } from '../../../shared/share/share.ts'
import type { PlanStore } from '../../state/plan-store.ts'

interface PlanToShare {
  readonly plan: PlanStore
  readonly snapshots: SharedSnapshots
  /** Whether the plan was left: nothing is written to it any more, and what still comes comes again at the next start. */
  readonly isLeft: () => boolean
}

/** An open plan as its share sees it. */
export function sharedPlanOf({ plan, snapshots, isLeft }: PlanToShare): SharedPlan {
  const { getState } = plan
  let hasMissed = false
  return {
    id: getState().planId,
    by: () => ({ replica: getState().computer.replica, name: getState().computer.name }),
    title: () => getState().view.plan?.title ?? '',
    set: () => getState().view.set,
    // who has missed something would put less in the place of more
    isSafe: () => getState().saving.kind === 'saved' && !getState().isRemoved && !hasMissed,
    receive: (theirs) => {
      if (isLeft()) hasMissed = true
      else getState().receive(theirs)
    },
    snapshots,
  }
}
