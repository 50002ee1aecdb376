import type { Status } from '../../shared/model/status.ts'
import { statusLabel } from '../../shared/words/statuses.ts'
import { classes } from '../ui/classes.ts'
import { StatusIcon } from './StatusIcon.tsx'
import styles from './StatusName.module.css'
import { statusTone } from './status-tone.ts'

/** A status as icon and word, in its colour. */
export function StatusName({ status, className }: { readonly status: Status; readonly className?: string | undefined }) {
  return (
    <span className={classes(styles.name, statusTone(status), className)}>
      <StatusIcon status={status} />
      {statusLabel[status]}
    </span>
  )
}
