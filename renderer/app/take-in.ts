import type { PlanId } from '../../shared/model/ids.ts'
import type { Taking } from '../state/plan-state.ts'
import type { Session } from '../state/session.tsx'
import type { AppStore } from './app-store.ts'
import { openIn, type PlanDesk } from './plan-desk.ts'

/** The plan that took changes in, and whether it began with them. */
export interface Taken {
  readonly session: Session
  readonly isNew: boolean
}

interface TakeIn {
  readonly store: AppStore
  readonly desk: PlanDesk
  readonly id: PlanId
  readonly taking: Taking
}

/**
 * Takes changes into a plan: into the open one as an action, else the plan is opened with them. Null when it couldn't
 * be: a plan that couldn't be opened, or one that can't be left, is told about already.
 */
export async function takeIn({ store, desk, id, taking }: TakeIn): Promise<Taken | null> {
  const taken = (isNew: boolean): Taken | null => {
    const session = openIn(store)
    return session?.plan.getState().planId === id ? { session, isNew } : null
  }
  if (openIn(store)?.plan.getState().planId !== id) {
    const isHere = await desk.has(id)
    // a plan's first content is nothing that could be taken back
    const isOpened = await desk.open({ id, ...(isHere ? {} : { fill: ({ plan }) => plan.getState().takeIn({ ...taking, file: undefined }) }) })
    if (!isHere && isOpened) return taken(true)
  }
  const there = taken(false)
  there?.session.plan.getState().takeIn(taking)
  return there
}
