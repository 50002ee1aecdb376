import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { textLimit, titleLimit } from '../../../shared/model/record-spec.ts'
import type { Status } from '../../../shared/model/status.ts'
import { isDropped } from '../../../shared/plan/is-dropped.ts'
import { recordOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { teamsInPlan } from '../../../shared/plan/teams.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { goalText, reasonText } from '../../text/goal.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './ReasonDialog.module.css'

export interface ReasonDialogProps {
  readonly goals: readonly GoalId[]
  readonly status: Status
}

/** Asks why, and for whom or what it waits, after goals have moved to a status that wants a reason. The move is done already. */
export function ReasonDialog({ goals, status }: ReasonDialogProps) {
  const { plan, ui, today } = useSession()
  const [first] = goals
  const known = usePlan((state) => (goals.length === 1 && first !== undefined ? recordOf(state.view, first) : null))
  const isGivenUp = usePlan((state) => goals.every((id) => isDroppedGoal(state.view, id)))
  // what somebody else writes meanwhile is not undone by a field nobody typed in
  const [begun] = useState({ reason: known?.reason ?? '', waitingOn: known?.waitingOn ?? '' })
  const [reason, setReason] = useState(begun.reason)
  const [waitingOn, setWaitingOn] = useState(begun.waitingOn)
  const [since, setSince] = useState<string | null>(null)
  const [isDateWrong, setDateWrong] = useState(false)
  const teams = usePlan(useShallow((state) => teamsInPlan(state.view).map(({ team }) => team)))
  const close = (): void => ui.getState().close()
  const save = (): void => {
    if (isDateWrong) return
    const { view, act } = plan.getState()
    const set = { ...(since === null ? {} : { since }), ...(reason.trim() === begun.reason ? {} : { reason: reason.trim() }), ...(waitingOn.trim() === begun.waitingOn ? {} : { waitingOn: waitingOn.trim() }) }
    act({ action: 'goalEdited', subject: known?.title ?? String(goals.length) }, goals.flatMap((on) => editFields({ view, on, set })), known === null ? [] : goals.map((on) => ({ on, set: begun })))
    close()
  }
  const title = (
    <span className={styles.title}>
      <StatusIcon status={status} size={16} className={statusTone(status)} />
      {isGivenUp ? reasonText.dropped(goals.length) : reasonText.title(status, goals.length)}
    </span>
  )
  return (
    <Dialog
      open
      size="small"
      title={title}
      description={known?.title}
      // only Skip drops what was typed: a press beside the dialog is made by accident
      onOpenChange={save}
      onSubmit={save}
      footerHint={reasonText.hint}
      footer={
        <>
          <Button variant="quiet" onClick={close}>
            {reasonText.skip}
          </Button>
          <Button variant="primary" type="submit">
            {reasonText.save}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TextArea label={goalText.reason} value={reason} maxLength={textLimit} rows={2} placeholder={goalText.reasonPlaceholder[status]} onChange={setReason} onKeyDown={submitOnEnter} />
        <TextField label={goalText.waitingOn} value={waitingOn} maxLength={titleLimit} placeholder={goalText.waitingOnPlaceholder} suggestions={teams} onChange={setWaitingOn} />
        <DateField label={goalText.since} className={styles.since} precision="either" value={since ?? today()} onCommit={setSince} onWrongChange={setDateWrong} />
      </div>
    </Dialog>
  )
}

/** Enter saves here as well, since a reason is a line as a rule; Shift+Enter begins another. */
function submitOnEnter(event: { readonly key: string; readonly shiftKey: boolean; readonly nativeEvent: { readonly isComposing: boolean }; readonly currentTarget: HTMLTextAreaElement; readonly preventDefault: () => void }): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

function isDroppedGoal(view: PlanView, id: GoalId): boolean {
  const goal = recordOf(view, id)
  return goal !== null && isDropped(view, goal)
}
