import { useCallback, useMemo, type ReactNode } from 'react'
import type { Steps } from '../../../shared/changes/steps.ts'
import { comparePlans } from '../../../shared/compare/compare-plans.ts'
import type { CompareScope, PlanComparison } from '../../../shared/compare/comparison.ts'
import type { Moment } from '../../../shared/history/moment.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { Comparison } from '../../parts/comparison/Comparison.tsx'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { pastText } from '../../text/past.ts'
import { AgainstSelect } from './AgainstSelect.tsx'
import styles from './Changes.module.css'
import { momentName } from './moment-words.ts'
import type { Moments } from './use-moments.ts'
import { keptViewInSteps } from './use-past-view.ts'
import { useSteps } from '../../parts/use-steps.ts'

/** What changed between the moment that is looked at and another one, of the quarter that is shown or of everything. */
export function Changes({ moments: { list, current, against } }: { readonly moments: Moments }): ReactNode {
  const session = useSession()
  const openGoal = useCallback((id: GoalId) => session.ui.getState().openGoal(id), [session])
  const [from, to] = useMemo(() => inOrder({ list, current, against }), [list, current, against])
  const compared = useCompared(from, to)
  return (
    <div className={styles.changes}>
      <header className={styles.head}>
        <h2 className={styles.title}>{pastText.between(momentName(from), momentName(to))}</h2>
        <AgainstSelect name={against === null ? null : momentName(against)} />
      </header>
      {against === null ? <p className={styles.hint}>{pastText.nothingBefore}</p> : compared !== null && <Comparison comparison={compared} onGoal={openGoal} />}
    </div>
  )
}

/** The earlier of the two first. */
function inOrder({ list, current, against }: Pick<Moments, 'list' | 'current' | 'against'>): readonly [Moment, Moment] {
  if (against === null) return [current, current]
  return list.indexOf(against) > list.indexOf(current) ? [against, current] : [current, against]
}

function useCompared(from: Moment, to: Moment): PlanComparison | null {
  const view = usePlan((state) => state.view)
  const scope = useBoard((state): CompareScope => (typeof state.query.scope === 'number' ? state.query.scope : 'plan'))
  const begin = useCallback(() => comparedInSteps({ view, from, to, scope }), [view, from, to, scope])
  return useSteps(begin)?.result ?? null
}

function* comparedInSteps({ view, from, to, scope }: { readonly view: PlanView; readonly from: Moment; readonly to: Moment; readonly scope: CompareScope }): Steps<PlanComparison> {
  const before = yield* keptViewInSteps(view, from)
  const after = yield* keptViewInSteps(view, to)
  yield
  return comparePlans({ before, after, scope })
}
