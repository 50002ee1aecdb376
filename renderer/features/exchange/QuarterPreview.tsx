import { statuses } from '../../../shared/model/status.ts'
import type { PlanCounts } from '../../../shared/plan/plan-counts.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusColor } from '../../parts/status-color.ts'
import { statusTone } from '../../parts/status-tone.ts'
import { quarterLabel } from '../../text/dates.ts'
import { pageText } from '../../text/exchange.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './QuarterPreview.module.css'

/** The quarters of the plan as it would be: how many goals, and where they stand. */
export function QuarterPreview({ counts }: { readonly counts: PlanCounts }) {
  const shown = counts.byQuarter.filter(({ quarter, goals }) => quarter !== null || goals > 0)
  return (
    <ul className={styles.quarters} aria-label={pageText.preview}>
      {shown.map(({ quarter, goals, byStatus }) => {
        const present = statuses.filter((status) => byStatus[status] > 0)
        const name = quarter === null ? pageText.unscheduled : quarterLabel(quarter)
        return (
          <li key={name} className={styles.quarter}>
            <p className={styles.head}>
              <b>{name}</b> <span className={styles.goals}>{goals === 0 ? pageText.noGoals : goals}</span>
            </p>
            <ProgressBar
              title={`${pageText.quarterGoals(name, goals)}: ${present.map((status) => `${statusLabel[status]} ${byStatus[status]}`).join(', ')}`}
              shares={present.map((status) => ({ id: status, value: byStatus[status], color: statusColor(status) }))}
              total={goals}
            />
            <p className={styles.counts} aria-hidden="true">
              {present.map((status) => (
                <span key={status} className={classes(styles.count, statusTone(status))} title={statusLabel[status]}>
                  <StatusIcon status={status} size={12} />
                  {byStatus[status]}
                </span>
              ))}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
