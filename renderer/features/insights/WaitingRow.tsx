import type { ReactNode } from 'react'
import type { WaitingGoal } from '../../../shared/insights/waiting-goals.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusColor } from '../../parts/status-color.ts'
import { statusTone } from '../../parts/status-tone.ts'
import { insightsText } from '../../text/insights.ts'
import { classes } from '../../ui/classes.ts'
import { statusFill } from './StatusPatterns.tsx'
import styles from './WaitingChart.module.css'

const { waiting: text } = insightsText

export interface WaitingRowProps {
  readonly waiting: WaitingGoal
  readonly row: number
  /** From days to pixels. */
  readonly x: (days: number) => number
  readonly pattern: string
  readonly isRead: boolean
  readonly isFirstPostponed: boolean
  readonly since: string
}

/** One goal: its title, a bar as long as it has been held up, and why. */
export function WaitingRow({ waiting: { goal, days, isDropped }, row, x, pattern, isRead, isFirstPostponed, since }: WaitingRowProps): ReactNode {
  const length = Math.max(x(days ?? 0), 3)
  return (
    <>
      {isFirstPostponed && <p className={styles.group}>{text.postponed}</p>}
      <div data-row={row} data-read={isRead || undefined} className={styles.row}>
        <span className={classes(styles.icon, statusTone(goal.status))}>
          <StatusIcon status={goal.status} />
        </span>
        <div className={styles.goal}>
          <p className={styles.title}>
            {goal.title === '' ? insightsText.untitled : goal.title}
            {isDropped && <span className={styles.dropped}> {text.dropped}</span>}
          </p>
          <p className={styles.why}>
            {goal.waitingOn !== '' && <strong>{text.waitsOn(goal.waitingOn)} </strong>}
            {goal.reason === '' && goal.waitingOn === '' ? text.noReason : goal.reason}
          </p>
        </div>
        <div className={styles.age}>
          <svg width={length} height="14" className={styles.bar}>
            <rect x="0.5" y="0.5" width={length - 1} height="13" fill={days === null ? 'none' : statusFill(pattern, goal.status)} strokeDasharray={days === null ? '2 2' : undefined} style={{ stroke: statusColor(goal.status) }} />
          </svg>
          <span className={styles.days}>
            {days !== null && <strong>{text.days(days)}</strong>} <span className={styles.since}>{since}</span>
          </span>
        </div>
      </div>
    </>
  )
}
