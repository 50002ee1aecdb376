import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { dateInMonth, type CheckInMonth } from '../../../shared/model/check-in-month.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { textLimit, titleLimit } from '../../../shared/model/record-spec.ts'
import type { Status } from '../../../shared/model/status.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { useCardMarks } from '../../parts/use-card.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { goalText } from '../../text/goal.ts'
import { DateField } from '../../ui/DateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCheckInDraft } from './checkin-drafts.ts'
import styles from './Pane.module.css'

export interface ReasonFieldsProps {
  readonly goal: GoalId
  readonly month: CheckInMonth
  readonly status: Status
  /** Told when what stands for the date becomes none, or one again: until then nothing can be saved. */
  readonly onWrongChange: (isWrong: boolean) => void
}

/** Why a goal is held up or put off, for whom or what it waits, and since when; asked right there, and never demanded. */
export function ReasonFields({ goal, month, status, onWrongChange }: ReasonFieldsProps): ReactNode {
  const { today } = useSession()
  const known = usePlan(({ view }) => recordOf(view, goal))
  const { heldSince } = useCardMarks(goal)
  const place = { month: month.month, on: goal }
  const [reason, , changeReason] = useCheckInDraft({ ...place, part: 'reason', over: known?.reason ?? '' })
  const [waitingOn, , changeWaitingOn] = useCheckInDraft({ ...place, part: 'waitingOn', over: known?.waitingOn ?? '' })
  const [since, , changeSince] = useCheckInDraft({ ...place, part: 'since', over: known?.since ?? '' })
  const begun = (known?.status === status ? heldSince : null) ?? dateInMonth({ month, today: today() })
  const leave = useEffectEvent(() => onWrongChange(false))
  useEffect(() => () => leave(), [])
  return (
    <div className={styles.why} role="group" aria-label={checkInText.whyOf(known?.title ?? '')}>
      <TextField label={checkInText.reason} value={reason?.text ?? known?.reason ?? ''} maxLength={textLimit} placeholder={goalText.reasonPlaceholder[status]} onChange={(text) => changeReason({ text })} />
      <TextField label={checkInText.waitingOn} value={waitingOn?.text ?? known?.waitingOn ?? ''} maxLength={titleLimit} placeholder={goalText.waitingOnPlaceholder} onChange={(text) => changeWaitingOn({ text })} />
      <DateField label={goalText.since} precision="either" value={since?.text ?? begun} onCommit={(text) => changeSince({ text: text ?? '' })} onWrongChange={onWrongChange} />
    </div>
  )
}
