import type { RecordId } from '../../shared/model/ids.ts'
import { createLookedKeep } from '../data/looked.ts'
import { othersOf } from '../parts/others-of.ts'
import type { Session } from '../state/session.tsx'
import { screensBesideGoal } from '../state/ui-store.ts'

/**
 * A goal that stands open counts as looked at, as long as somebody can see it: also what comes in meanwhile. What was looked
 * at stays in the list of the exchange until one leaves that.
 */
export function followLooks({ others, plan, share, ui }: Session): () => void {
  const recordsOf = (goal: RecordId, which: 'changes' | 'lately'): readonly RecordId[] => othersOf({ view: plan.getState().view, changes: others.getState()[which], goal }).map(({ on }) => on)
  const look = (): void => {
    const { goal, screen } = ui.getState()
    if (goal === null || !screensBesideGoal.includes(screen) || document.visibilityState !== 'visible') return
    const waiting = recordsOf(goal, 'changes')
    if (waiting.length > 0) others.getState().look(waiting)
  }
  const arrive = (): void => {
    // whoever does something is there, and so is a plan whose share was looked into
    if (share.getState().state.standing.kind !== 'starting' || plan.getState().lastAction !== null) others.getState().arrived()
  }
  const stops = [
    ui.subscribe((state, before) => {
      if (state.goal === before.goal && state.screen === before.screen) return
      if (before.goal !== null && state.screen !== 'exchange') others.getState().leave(recordsOf(before.goal, 'lately'))
      look()
    }),
    others.subscribe(look),
    share.subscribe(arrive),
    plan.subscribe(arrive),
    createLookedKeep(plan.getState().planId).subscribe(others.getState().lookedElsewhere),
  ]
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    document.removeEventListener('visibilitychange', look)
    stops.forEach((stop) => stop())
  }
}
