import type { ReactNode } from 'react'
import { dateInMonth, type CheckInMonth } from '../../../shared/model/check-in-month.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { formatDate } from '../../text/dates.ts'
import styles from './Pane.module.css'

/** The date the note will have. */
export function NoteDate({ month }: { readonly month: CheckInMonth }): ReactNode {
  const { today } = useSession()
  const startsOn = usePlan((state) => yearStartOf(state.view))
  return <span className={styles.dated}>{checkInText.date(formatDate({ date: dateInMonth({ month, today: today() }), startsOn }))}</span>
}
