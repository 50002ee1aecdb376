import { useCallback, useDeferredValue, useEffect, useState } from 'react'
import type { Steps } from '../../../shared/changes/steps.ts'
import { reportInSteps } from '../../../shared/report/create-report.ts'
import type { Report } from '../../../shared/report/report.ts'
import type { SnapshotHead } from '../../../shared/snapshot/snapshot-head.ts'
import { useSteps } from '../../parts/use-steps.ts'
import { useBoard, usePlan, useSession, useSnapshots } from '../../state/session.tsx'
import { today, type ReadKept } from '../../state/snapshot-store.ts'
import { useReportOptions } from './report-store.ts'
import { holdsScope, reportRequest } from './report-request.ts'

export interface ShownReport {
  /** Null while it is made for the first time, or where its snapshot can't be read. */
  readonly report: Report | null
  /** Whether it tells what was asked for last. */
  readonly isCurrent: boolean
  /** The snapshot it is made from; null for the plan as it is. */
  readonly head: SnapshotHead | null
  readonly failed: boolean
}

/** The report of what the board shows, brought up to date as the plan is. */
export function useReport(): ShownReport {
  const { today: day } = useSession()
  const { notes } = useReportOptions()
  const view = useDeferredValue(usePlan((state) => state.view))
  const query = useBoard((state) => state.query)
  const head = useSource()
  const kept = useKept(head)
  const now = day()
  const begin = useCallback((): Steps<Report | null> => {
    if (head === null) return reportInSteps(reportRequest({ view, query, snapshot: null, notes, today: now }))
    return kept?.ok === true && kept.snapshot.digest === head.digest ? reportInSteps(reportRequest({ view, query, snapshot: kept.snapshot, notes, today: now })) : nothing()
  }, [view, query, head, kept, notes, now])
  const done = useSteps(begin)
  return { report: done?.result ?? null, isCurrent: done?.isCurrent === true, head, failed: head !== null && kept?.ok === false }
}

// oxlint-disable-next-line require-yield -- work that is done at once
function* nothing(): Steps<null> {
  return null
}

/** The snapshot that was chosen, as long as it is kept and holds what is asked for. */
function useSource(): SnapshotHead | null {
  const { from } = useReportOptions()
  const scope = useBoard((state) => state.query.scope)
  const head = useSnapshots((state) => state.heads.find(({ digest }) => digest === from)) ?? null
  return from === today || head === null || !holdsScope(head.scope, scope) ? null : head
}

function useKept(head: SnapshotHead | null): ReadKept | null {
  const { snapshots } = useSession()
  const [kept, setKept] = useState<{ readonly digest: string; readonly read: ReadKept } | null>(null)
  const digest = head?.digest ?? null
  useEffect(() => {
    if (digest === null) return undefined
    let isWanted = true
    void snapshots
      .getState()
      .read(digest)
      .then((read) => isWanted && setKept({ digest, read }))
    return () => {
      isWanted = false
    }
  }, [digest, snapshots])
  return kept === null || kept.digest !== digest ? null : kept.read
}
