import type { ReactNode } from 'react'
import type { TreeNode } from '../../../shared/plan/tree/tree-nodes.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { usePlan } from '../../state/session.tsx'
import { quarterLabel, quarterMonths } from '../../text/dates.ts'
import { planText } from '../../text/plan.ts'
import styles from './rows.module.css'
import { RowFrame } from './RowFrame.tsx'
import { RowProgress } from './RowProgress.tsx'
import type { RowProps } from './row-props.ts'

/** The goals of a quarter of an output, or records that belong to nothing. */
export function GroupRow({ node, ...props }: RowProps & { readonly node: Extract<TreeNode, { readonly kind: 'quarter' | 'loose' }> }): ReactNode {
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const quarter = node.kind === 'quarter' ? node.quarter : null
  const label = node.kind === 'loose' ? planText.loose[node.holds] : quarter === null ? planText.notScheduled : quarterLabel(quarter)
  const months = quarter === null ? '' : quarterMonths({ startsOn, quarter })
  return (
    <RowFrame {...props} name={`${label} ${months}`.trim()} className={styles[node.kind]} state={<RowProgress of={node} />}>
      <span className={styles.group}>{label}</span>
      {months !== '' && <span className={styles.months}>{months}</span>}
    </RowFrame>
  )
}
