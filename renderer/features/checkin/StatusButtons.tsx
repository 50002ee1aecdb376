import type { ReactNode } from 'react'
import { statuses, type Status } from '../../../shared/model/status.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { checkInText } from '../../text/checkin.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Pane.module.css'

/** The seven statuses with the digits that choose them. */
export function StatusButtons({ status, onChoose }: { readonly status: Status; readonly onChoose: (status: Status) => void }): ReactNode {
  return (
    <div role="group" aria-label={checkInText.status} className={styles.statuses}>
      {statuses.map((each, at) => (
        <button key={each} type="button" aria-pressed={each === status} aria-keyshortcuts={`${at + 1}`} className={classes(styles.status, each === status && styles.chosen, each === status && statusTone(each))} onClick={() => onChoose(each)}>
          <kbd aria-hidden="true">{at + 1}</kbd>
          {each === status && <StatusIcon status={each} />}
          {statusLabel[each]}
        </button>
      ))}
    </div>
  )
}
