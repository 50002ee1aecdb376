import type { ReactNode } from 'react'
import { dateInMonth, type CheckInMonth } from '../../../shared/model/check-in-month.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { formatDate } from '../../text/dates.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Pane.module.css'

export interface PaneFootProps {
  readonly month: CheckInMonth
  readonly onSave: () => void
  /** What can be done besides. */
  readonly children?: ReactNode
}

/** The date that the note will have, and the button that saves it. */
export function PaneFoot({ month, onSave, children }: PaneFootProps): ReactNode {
  const { today } = useSession()
  const startsOn = usePlan((state) => yearStartOf(state.view))
  return (
    <div className={styles.foot}>
      {children}
      <span className={styles.dated}>{checkInText.date(formatDate({ date: dateInMonth({ month, today: today() }), startsOn }))}</span>
      <Button variant="primary" size="small" keys="Ctrl+Enter" onClick={onSave}>
        {checkInText.save}
      </Button>
    </div>
  )
}
