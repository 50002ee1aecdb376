import { uniteChangeSets } from '../../shared/changes/fold.ts'
import { finish } from '../../shared/changes/steps.ts'
import { mayComeInSteps } from '../../shared/file/plan-size.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { Taking } from '../state/plan-state.ts'
import type { Session } from '../state/session.tsx'
import { appText } from '../text/app.ts'
import type { AppStore } from './app-store.ts'
import { backUpBefore } from './keep-backups.ts'
import { openIn, type PlanDesk } from './plan-desk.ts'
import { refuseFile } from './take-file.ts'

/** The plan that took changes in, and whether it began with them. */
export interface Taken {
  readonly session: Session
  readonly isNew: boolean
}

interface TakeIntoPlan {
  readonly store: AppStore
  readonly desk: PlanDesk
  readonly id: PlanId
  readonly taking: Taking
}

/**
 * Takes changes into a plan: into the open one as an action, else the plan is opened with them. Null when it couldn't
 * be: a plan that couldn't be opened, one that can't be left, or one that would be too large to be read again, is told about already.
 */
export async function takeIntoPlan({ store, desk, id, taking }: TakeIntoPlan): Promise<Taken | null> {
  // a plan's first content is nothing that could be taken back
  const opening = await desk.open({ id, fill: ({ plan }) => plan.getState().takeIn({ ...taking, file: undefined }) })
  const session = openIn(store)
  if (opening === 'refused' || session?.plan.getState().planId !== id) return null
  if (opening === 'open') {
    if (!finish(mayComeInSteps(uniteChangeSets(session.plan.getState().view.set, taking.theirs).set))) {
      refuseFile({ store, name: taking.name.subject, text: appText.tooMuch })
      return null
    }
    // It holds the plan as it is now, so nothing has to wait for it; Ctrl+Z right after the review is about the merge.
    void backUpBefore(session, taking.file === undefined ? 'page' : 'merge')
    session.plan.getState().takeIn(taking)
  }
  return { session, isNew: opening === 'new' }
}
