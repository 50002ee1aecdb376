import { classes } from './classes.ts'
import styles from './ProgressBar.module.css'

export interface ProgressShare {
  readonly id: string
  readonly value: number
  /** A colour by its token, such as `var(--status-done)`. */
  readonly color: string
}

export interface ProgressBarProps {
  /** What the bar says, in words: `4 of 11 done, 1 blocked`. The colours only repeat it. */
  readonly title: string
  readonly shares: readonly ProgressShare[]
  /** What the whole bar stands for; what the shares leave stays empty. */
  readonly total: number
  readonly size?: 'small' | 'medium' | undefined
  readonly className?: string | undefined
}

/** Shares of a whole, side by side. */
export function ProgressBar({ title, shares, total, size = 'small', className }: ProgressBarProps) {
  return (
    <div role="img" aria-label={title} title={title} className={classes(styles.bar, size === 'medium' && styles.medium, className)}>
      {shares
        .filter((share) => share.value > 0)
        .map((share) => (
          <span key={share.id} className={styles.share} style={{ width: `${(100 * share.value) / Math.max(total, 1)}%`, background: share.color }} />
        ))}
    </div>
  )
}
