import type { ReactNode } from 'react'
import type { StatusCounts } from '../../../shared/compare/comparison.ts'
import { statuses as all } from '../../../shared/model/status.ts'
import { comparisonText } from '../../text/comparison.ts'
import { StatusName } from '../StatusName.tsx'
import styles from './Comparison.module.css'
import { Shift } from './Shift.tsx'

/** How many goals had and have each status. */
export function StatusShift({ statuses: { before, after } }: { readonly statuses: StatusCounts }): ReactNode {
  return (
    <ul className={styles.shift} aria-label={comparisonText.byStatus}>
      {all
        .filter((status) => before[status] > 0 || after[status] > 0)
        .map((status) => (
          <li key={status} className={styles.status}>
            <StatusName status={status} />
            {before[status] === after[status] ? <span className={styles.quiet}>{after[status]}</span> : <Shift from={before[status]} to={after[status]} />}
          </li>
        ))}
    </ul>
  )
}
