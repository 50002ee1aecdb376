import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './FactRow.module.css'

export interface FactRowProps {
  readonly label: string
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** One field of the goal: its word at the left, what it says at the right. The control beside it has the word as its name. */
export function FactRow({ label, children, className }: FactRowProps) {
  return (
    <div className={classes(styles.row, className)}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <div className={styles.value}>{children}</div>
    </div>
  )
}
