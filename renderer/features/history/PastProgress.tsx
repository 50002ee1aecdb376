import type { ReactNode } from 'react'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { rollupOfNode } from '../../../shared/plan/rollup-of-node.ts'
import type { TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import { progressShares } from '../../parts/progress-shares.ts'
import { planText } from '../../text/plan.ts'
import { statusCounts } from '../../../shared/words/statuses.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './PastTree.module.css'

/** How far the goals below a row were. */
export function PastProgress({ view, of }: { readonly view: PlanView; readonly of: TreeNode }): ReactNode {
  const { counts, goals, progress } = rollupOfNode(view, of)
  if (goals === 0) return null
  return (
    <span className={styles.progress}>
      <ProgressBar className={styles.bar} title={planText.progress({ progress, statuses: statusCounts(counts) })} total={goals} shares={progressShares(counts)} />
      <span className={styles.percent}>{progress === null ? '–' : planText.percent(progress)}</span>
    </span>
  )
}
