import type { ReactNode } from 'react'
import type { CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { textLimit, titleLimit } from '../../../shared/model/record-spec.ts'
import type { Status } from '../../../shared/model/status.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { usePlan } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { goalText } from '../../text/goal.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useCheckInDraft } from './checkin-drafts.ts'
import styles from './Pane.module.css'

/** Why a goal is held up or put off, and for whom or what it waits; asked right there, and never demanded. */
export function ReasonFields({ goal, month: { month }, status }: { readonly goal: GoalId; readonly month: CheckInMonth; readonly status: Status }): ReactNode {
  const known = usePlan(({ view }) => recordOf(view, goal))
  const [reason, , changeReason] = useCheckInDraft({ month, on: goal, part: 'reason', keepsEmpty: true })
  const [waitingOn, , changeWaitingOn] = useCheckInDraft({ month, on: goal, part: 'waitingOn', keepsEmpty: true })
  return (
    <div className={styles.why}>
      <TextField label={checkInText.reason} value={reason?.text ?? known?.reason ?? ''} maxLength={textLimit} placeholder={goalText.reasonPlaceholder[status]} onChange={(text) => changeReason({ text })} />
      <TextField label={checkInText.waitingOn} value={waitingOn?.text ?? known?.waitingOn ?? ''} maxLength={titleLimit} placeholder={goalText.waitingOnPlaceholder} onChange={(text) => changeWaitingOn({ text })} />
    </div>
  )
}
