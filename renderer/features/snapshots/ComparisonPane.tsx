import { useId, type ReactNode } from 'react'
import type { CompareScope } from '../../../shared/compare/comparison.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { Comparison } from '../../parts/comparison/Comparison.tsx'
import { openToday } from '../../parts/open-today.ts'
import { useSession, useSnapshots } from '../../state/session.tsx'
import { today, type Picked } from '../../state/snapshot-store.ts'
import { appText } from '../../text/app.ts'
import { frozenLabel, snapshotText } from '../../text/snapshots.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useToast } from '../../ui/toaster.ts'
import { snapshotName } from './snapshot-words.ts'
import styles from './SnapshotsScreen.module.css'
import { useCompared } from './use-compared.ts'

/** What differs between the two that are picked; from a row one goes to its goal, if it is still there. */
export function ComparisonPane(): ReactNode {
  const session = useSession()
  const toaster = useToast()
  const heading = useId()
  const nameOf = useName()
  const compared = useCompared()
  if (compared.kind === 'none' || compared.kind === 'reading') return null
  if (compared.kind === 'one') return <p className={styles.hint}>{snapshotText.pickAnother}</p>
  if (compared.kind === 'failed') {
    const { failure, problem } = compared.why
    return (
      <EmptyState title={`${nameOf(compared.picked)}: ${snapshotText.notRead}`}>
        <span role="alert">{failure === null ? problem : appText.unusable(failure.kind)}</span>
      </EmptyState>
    )
  }
  const { before, after, comparison } = compared
  const goTo = (id: GoalId): void => {
    const { view } = session.plan.getState()
    if (isLive(view, id)) return openToday(session, id)
    const title = (recordOf(comparison.after, id) ?? recordOf(comparison.before, id))?.title ?? ''
    return void toaster.show({ id: 'goneGoal', text: snapshotText.goneGoal(title === '' ? snapshotText.untitled : title) })
  }
  return (
    <section aria-labelledby={heading} className={styles.comparison}>
      <div className={styles.compared}>
        <div>
          <h2 id={heading} className={styles.heading}>
            {snapshotText.compared(nameOf(before), nameOf(after))}
          </h2>
          <p className={styles.hint}>{scopeWords(comparison.scope)}</p>
        </div>
        <Button variant="quiet" size="small" data-print="hide" onClick={() => session.snapshots.getState().compare([])}>
          {snapshotText.endComparison}
        </Button>
      </div>
      <Comparison comparison={comparison} onGoal={goTo} />
    </section>
  )
}

function useName(): (picked: Picked) => string {
  const heads = useSnapshots((state) => state.heads)
  return (picked) => {
    const head = heads.find(({ digest }) => digest === picked)
    return picked === today || head === undefined ? snapshotText.today : snapshotName(head)
  }
}

function scopeWords(scope: CompareScope): string {
  return typeof scope === 'string' ? snapshotText.scope[scope] : snapshotText.scope.quarter(frozenLabel(scope))
}
