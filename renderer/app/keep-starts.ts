import { productRelease } from '../../shared/bridge/product.ts'
import { viewAtInSteps } from '../../shared/history/view-at.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import { startsToKeep, type StartToKeep } from '../../shared/quarter-start/starts-to-keep.ts'
import { headOf } from '../../shared/snapshot/snapshot-head.ts'
import { writeSnapshotInSteps } from '../../shared/snapshot/write-snapshot.ts'
import { readStartsKept, rememberStartKept } from '../data/starts-kept.ts'
import { stepsDone } from '../state/run-steps.ts'
import type { Session } from '../state/session.tsx'

/**
 * Keeps a snapshot of each quarter as it set out, once its first day is over: of the plan as it was then, so that it
 * makes no difference when the app was opened next. Each once on this computer; who removes one is not given it again.
 */
export function keepStarts(session: Session): () => void {
  let isStopped = false
  let work: Promise<unknown> = Promise.resolve()
  const look = (): void => {
    work = work.then(async () => {
      if (!isStopped) await keepNext(session, () => isStopped)
    })
  }
  const stop = session.board.subscribe(({ times }, before) => {
    if (times !== before.times) look()
  })
  look()
  return () => {
    isStopped = true
    stop()
  }
}

async function keepNext(session: Session, isStopped: () => boolean): Promise<void> {
  const { view, planId } = session.plan.getState()
  const { times: { starts, calendar } } = session.board.getState()
  const startsOn = yearStartOf(view)
  for (const each of startsToKeep({ view, starts, calendar, kept: readStartsKept(planId, startsOn) })) {
    const isKept = await keepOne(session, each)
    if (isStopped() || !isKept) return // what could not be written is tried again with the next start of the app
    rememberStartKept({ plan: planId, startsOn, quarter: each.quarter })
  }
}

async function keepOne(session: Session, { quarter, start }: StartToKeep): Promise<boolean> {
  const { view, computer } = session.plan.getState()
  const by = { replica: computer.replica, name: computer.name }
  const at = new Date(start.at).toISOString()
  const then = await stepsDone(viewAtInSteps(view, { at: start.at, day: start.day }))
  const { text, digest } = await stepsDone(writeSnapshotInSteps({ view: then, scope: quarter, by, at, app: productRelease }))
  const kept = await session.snapshots.getState().keep({ head: headOf({ digest, scope: quarter, at, by, view: then }), text })
  return kept.ok
}
