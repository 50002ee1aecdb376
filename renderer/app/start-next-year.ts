import { emptyChangeSet } from '../../shared/changes/fold.ts'
import { hasKind } from '../../shared/model/ids.ts'
import { yearLabel } from '../../shared/model/year.ts'
import { createView } from '../../shared/plan/plan-index.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import type { Decisions } from '../../shared/turn/decision.ts'
import { nextYear } from '../../shared/turn/next-year.ts'
import { nextYearIds } from '../../shared/turn/next-year-ids.ts'
import type { StorageFailure } from '../data/storage.ts'
import { forgetDecisions } from '../features/turn/turn-store.ts'
import { localCalendar } from '../state/local-calendar.ts'
import type { AppStore } from './app-store.ts'
import { openIn, type PlanDesk } from './plan-desk.ts'

interface StartNextYear {
  readonly store: AppStore
  readonly desk: PlanDesk
  readonly decisions: Decisions
  /** Told where that plan is on this computer and can't be read. */
  readonly onUnread: (failure: StorageFailure) => void
}

/**
 * Begins the plan of the next year from the open one and opens it; where it is on this computer already, it gets what it
 * hasn't, as one action. What is dropped or done after all, and where each goal goes on, is written to the old plan before
 * that is left.
 */
export async function startNextYear({ store, desk, decisions, onUnread }: StartNextYear): Promise<void> {
  const session = openIn(store)
  if (session === null) return
  const id = nextYearIds(session.plan.getState().view).plan
  const there = await desk.changesOf(id)
  if (!there.ok) return onUnread(there.failure)
  // as it is by now: the key may have been pressed twice
  const { view } = session.plan.getState()
  const calendar = localCalendar(session.today())
  const turned = nextYear({ view, into: createView(there.value ?? emptyChangeSet()), decisions, calendar })
  session.plan.getState().act({ action: 'quarterTurned', subject: '', detail: '4' }, turned.here)
  const title = view.plan?.title ?? ''
  const opening = await desk.open({ id, fill: ({ plan }) => plan.getState().act({ action: 'planCreated', subject: title }, turned.there) })
  if (opening !== 'refused') forgetDecisions(session, 4)
  if (opening !== 'open') return
  const opened = openIn(store)?.plan.getState()
  // it may have come to hold more while it was opened: from another window, or since the key was pressed twice
  if (opened?.planId !== id) return
  const edits = nextYear({ view, into: opened.view, decisions, calendar }).there
  const added = new Set(edits.flatMap(({ on }) => (hasKind(on, 'goal') ? [on] : []))).size
  opened.act({ action: 'planContinued', subject: yearLabel(yearStartOf(view)), detail: `${added}` }, edits)
}
