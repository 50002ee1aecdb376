import type { ReactNode } from 'react'
import { statuses } from '../../../shared/model/status.ts'
import type { CountsByStatus } from '../../../shared/plan/plan-counts.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { statusCounts } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './SnapshotRow.module.css'

/** How many goals have each status: signs with figures to look at, words to hear. */
export function StatusCounts({ counts }: { readonly counts: CountsByStatus }): ReactNode {
  return (
    <span className={styles.counts} title={statusCounts(counts).join(', ')}>
      <VisuallyHidden>{statusCounts(counts).join(', ')}</VisuallyHidden>
      {statuses
        .filter((status) => counts[status] > 0)
        .map((status) => (
          <span key={status} className={classes(styles.count, statusTone(status))} aria-hidden="true">
            <StatusIcon status={status} size={12} />
            {counts[status]}
          </span>
        ))}
    </span>
  )
}
