import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  readonly title: string
  /** Why there is nothing, and what would bring something. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string | undefined
}

/** Words where a list would be. */
export function EmptyState({ title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={classes(styles.empty, className)}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
