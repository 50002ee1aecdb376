import { useCallback, useDeferredValue, useEffect, useState } from 'react'
import type { Steps } from '../../../shared/changes/steps.ts'
import type { PlanComparison } from '../../../shared/compare/comparison.ts'
import type { Backup } from '../../../shared/copies/backup-name.ts'
import { restoreCounts, type RestoreCounts } from '../../../shared/edits/restore-counts.ts'
import { restoreInSteps } from '../../../shared/edits/restore-edits.ts'
import { viewInSteps } from '../../../shared/plan/plan-index.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { compareSnapshotsInSteps } from '../../../shared/snapshot/compare-snapshots.ts'
import { useSteps } from '../../parts/use-steps.ts'
import { stepsDone } from '../../state/run-steps.ts'
import { useBackups, usePlan, useSession } from '../../state/session.tsx'
import { backupText } from '../../text/backups.ts'

interface ReadOne {
  readonly backup: Backup
  readonly view: PlanView
}

export type PickedBackup =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly why: string }
  /** What has changed since, and what restoring would do. */
  | { readonly kind: 'read'; readonly backup: Backup; readonly comparison: PlanComparison; readonly counts: RestoreCounts }

type Compared = Omit<Extract<PickedBackup, { readonly kind: 'read' }>, 'kind'>

/** The backup that is picked, proved and compared with the plan as it is. */
export function usePickedBackup(): PickedBackup {
  const picked = useBackups((state) => state.picked)
  const view = useDeferredValue(usePlan((state) => state.view))
  const read = useRead(picked)
  const one = read !== null && 'view' in read.value ? read.value : null
  const begin = useCallback((): Steps<Compared | null> => compare(one, view), [one, view])
  const done = useSteps(begin)?.result ?? null
  if (picked === null) return { kind: 'none' }
  if (read?.name !== picked) return { kind: 'reading' }
  if ('why' in read.value) return { kind: 'failed', why: read.value.why }
  // while the plan is being compared anew, what it was a moment ago goes on standing
  return done === null || done.backup.name !== picked ? { kind: 'reading' } : { kind: 'read', ...done }
}

function* compare(one: ReadOne | null, now: PlanView): Steps<Compared | null> {
  if (one === null) return null
  const comparison = yield* compareSnapshotsInSteps({ before: { view: one.view, scope: null }, after: { view: now, scope: null } })
  const sets = { now: now.set, past: one.view.set }
  const edits = yield* restoreInSteps(sets)
  return { backup: one.backup, comparison, counts: restoreCounts({ ...sets, edits }) }
}

function useRead(picked: string | null): { readonly name: string; readonly value: ReadOne | { readonly why: string } } | null {
  const { backups } = useSession()
  const [read, setRead] = useState<ReturnType<typeof useRead>>(null)
  useEffect(() => {
    let isWanted = picked !== null
    const readIt = async (name: string): Promise<void> => {
      const answer = await backups.getState().read(name)
      const value = answer.ok ? { backup: answer.value.backup, view: await stepsDone(viewInSteps(answer.value.file.set)) } : { why: backupText.whyNot(answer.reason) }
      if (isWanted) setRead({ name, value })
    }
    if (picked !== null) void readIt(picked)
    return () => {
      isWanted = false
    }
  }, [picked, backups])
  return read
}
