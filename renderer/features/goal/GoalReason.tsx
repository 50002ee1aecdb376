import type { Goal } from '../../../shared/model/goal.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { heldWords } from '../../parts/held-words.ts'
import { statusTone } from '../../parts/status-tone.ts'
import { useCardMarks } from '../../parts/use-card.ts'
import { usePlan } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { classes } from '../../ui/classes.ts'
import { DateField } from '../../ui/DateField.tsx'
import { EditableText } from '../../ui/EditableText.tsx'
import { FactRow } from './FactRow.tsx'
import styles from './GoalReason.module.css'
import { useAfterPress } from './use-after-press.ts'
import { useGoalEdits } from './use-goal-edits.ts'

export interface GoalReasonProps {
  readonly goal: Goal
  /** Whether the reason is being typed; a status that wants one begins it. */
  readonly isAsked: boolean
  readonly onAskedChange: (isAsked: boolean) => void
}

/** Why a goal is held up or put off, and for whom or what it waits. Asked, never demanded. */
export function GoalReason({ goal, isAsked, onAskedChange }: GoalReasonProps) {
  const edits = useGoalEdits(goal.id)
  const afterPress = useAfterPress()
  return (
    <div className={classes(styles.block, statusTone(goal.status))}>
      <FactRow label={goalText.reason}>
        <EditableText
          label={goalText.reason}
          value={goal.reason}
          placeholder={goalText.reasonPlaceholder[goal.status]}
          multiline
          className={styles.field}
          editing={isAsked}
          onEditingChange={(isOpen) => (isOpen ? onAskedChange(true) : afterPress(() => onAskedChange(false)))}
          onCommit={(reason, started) => edits.set({ reason }, { reason: started })}
        />
      </FactRow>
      <FactRow label={goalText.waitingOn}>
        <EditableText label={goalText.waitingOn} value={goal.waitingOn} placeholder={goalText.waitingOnPlaceholder} maxLength={titleLimit} className={styles.field} onCommit={(waitingOn, started) => edits.set({ waitingOn }, { waitingOn: started })} />
      </FactRow>
      <FactRow label={goalText.since}>
        <HeldSince goal={goal} />
      </FactRow>
    </div>
  )
}

/** Since when, as somebody has said or as the status tells; and how many days that makes. */
function HeldSince({ goal }: { readonly goal: Goal }) {
  const edits = useGoalEdits(goal.id)
  const marks = useCardMarks(goal.id)
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const words = heldWords(marks, startsOn)
  return (
    <div className={styles.since}>
      <DateField label={goalText.since} hideLabel className={styles.date} precision="either" value={marks.heldSince} onCommit={(since) => edits.set({ since: since ?? '' })} />
      {words !== '' && <span>{words}</span>}
    </div>
  )
}
