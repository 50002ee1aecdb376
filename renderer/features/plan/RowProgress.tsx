import type { ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Status } from '../../../shared/model/status.ts'
import { rollupOfNode } from '../../../shared/plan/rollup-of-node.ts'
import { rollupOf, type Rollup } from '../../../shared/plan/rollup.ts'
import type { TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import { progressShares } from '../../parts/progress-shares.ts'
import { usePlan } from '../../state/session.tsx'
import { planText } from '../../text/plan.ts'
import { statusCounts } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './RowProgress.module.css'

/** How far the goals below a row are: as a bar by status, and in numbers. */
export function RowProgress({ of, size = 'small' }: { readonly of: TreeNode | 'root'; readonly size?: 'small' | 'medium' }): ReactNode {
  const { goals, progress, ...counts } = usePlan(useShallow((state) => flat(of === 'root' ? rollupOf(state.view, of) : rollupOfNode(state.view, of))))
  if (goals === 0) return of === 'root' ? null : <span className={styles.nothing}>–</span>
  return (
    <div className={classes(styles.progress, size === 'medium' && styles.medium)}>
      <ProgressBar className={styles.bar} size={size} title={planText.progress({ progress, statuses: statusCounts(counts) })} total={goals} shares={progressShares(counts)} />
      <span className={styles.percent}>{progress === null ? '–' : planText.percent(progress)}</span>
      <span className={styles.count}>{planText.done(counts.done, goals)}</span>
    </div>
  )
}

type FlatRollup = Readonly<Record<Status, number>> & Pick<Rollup, 'goals' | 'progress'>

function flat({ counts, goals, progress }: Rollup): FlatRollup {
  return { ...counts, goals, progress }
}
