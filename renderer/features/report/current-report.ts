import { reportInSteps } from '../../../shared/report/create-report.ts'
import type { Report } from '../../../shared/report/report.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { stepsDone } from '../../state/run-steps.ts'
import type { Session } from '../../state/session.tsx'
import { today } from '../../state/snapshot-store.ts'
import { reportOptionsOf } from './report-store.ts'
import { holdsScope, reportRequest } from './report-request.ts'

/** The report as the screen shows it, made now; null where its snapshot can't be read. */
export async function currentReport(session: Session): Promise<Report | null> {
  const { notes, from } = reportOptionsOf(session).getState()
  const { query } = session.board.getState()
  const head = session.snapshots.getState().heads.find(({ digest }) => digest === from)
  let snapshot: Snapshot | null = null
  if (from !== today && head !== undefined && holdsScope(head.scope, query.scope)) {
    const kept = await session.snapshots.getState().read(from)
    if (!kept.ok) return null
    snapshot = kept.snapshot
  }
  return stepsDone(reportInSteps(reportRequest({ view: session.plan.getState().view, query, snapshot, notes, today: session.today() })))
}
