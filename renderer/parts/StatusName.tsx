import type { Status } from '../../shared/model/status.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import { classes } from '../ui/classes.ts'
import { StatusIcon } from './StatusIcon.tsx'
import styles from './StatusName.module.css'
import { statusTone } from './status-tone.ts'

export interface StatusNameProps {
  readonly status: Status
  /** What it is called, where that says more than the status does. */
  readonly words?: string | undefined
  readonly className?: string | undefined
}

/** A status as icon and word, in its colour. */
export function StatusName({ status, words = statusLabel[status], className }: StatusNameProps) {
  return (
    <span className={classes(styles.name, statusTone(status), className)}>
      <StatusIcon status={status} />
      {words}
    </span>
  )
}
