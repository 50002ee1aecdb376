import { useState } from 'react'
import type { Goal } from '../../../shared/model/goal.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { asksForReason } from '../../../shared/model/status.ts'
import type { OpenConflict } from '../../../shared/plan/open-conflict.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { usePlan } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { afterMenu } from '../../ui/after-closing.ts'
import { EditableText } from '../../ui/EditableText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { Breadcrumb } from './Breadcrumb.tsx'
import { DeletedBanner } from './DeletedBanner.tsx'
import { GoalConflicts } from './GoalConflicts.tsx'
import { GoalDescription } from './GoalDescription.tsx'
import { GoalFacts } from './GoalFacts.tsx'
import { GoalHeader } from './GoalHeader.tsx'
import { GoalHistory } from './GoalHistory.tsx'
import styles from './GoalPanel.module.css'
import { GoalOthers } from './GoalOthers.tsx'
import { GoalReason } from './GoalReason.tsx'
import { GoalStatus } from './GoalStatus.tsx'
import { Notes } from './Notes.tsx'
import { SubGoals } from './SubGoals.tsx'
import { useGoalEdits } from './use-goal-edits.ts'
import { useGoalReview } from './use-goal-review.ts'
import { usePanelFocus } from './use-panel-focus.ts'

export interface GoalPanelProps {
  readonly goal: GoalId
  readonly onClose: () => void
}

/** A goal with all its fields, at the side of the screen, which goes on meanwhile. Everything is saved as one goes. */
export function GoalPanel({ goal: id, onClose }: GoalPanelProps) {
  const goal = usePlan((state) => recordOf(state.view, id))
  const { shown, arrived, unfold } = useGoalReview(id)
  return (
    <SidePanel label={goalText.panel(goal?.title ?? '')} header={<GoalHeader id={id} arrived={arrived} onReview={unfold} onClose={onClose} />} onClose={onClose} className={styles.panel}>
      {goal === null ? <EmptyState title={goalText.gone} /> : <GoalBody key={id} goal={goal} conflicts={shown} />}
    </SidePanel>
  )
}

function GoalBody({ goal, conflicts }: { readonly goal: Goal; readonly conflicts: readonly OpenConflict[] }) {
  const edits = useGoalEdits(goal.id)
  const [isAsked, setAsked] = useState(false)
  const top = usePanelFocus()
  const wantsReason = asksForReason(goal.status) || goal.reason !== '' || goal.waitingOn !== '' || isAsked
  const askWhy = (): void => afterMenu(() => setAsked(true))
  return (
    <div ref={top}>
      <DeletedBanner id={goal.id} />
      <Breadcrumb id={goal.id} />
      <h2 className={styles.title}>
        <EditableText label={goalText.title} value={goal.title} placeholder={goalText.titlePlaceholder} required maxLength={titleLimit} onCommit={edits.rename} />
      </h2>
      <GoalOthers goal={goal.id} />
      <GoalConflicts key={goal.id} open={conflicts} />
      <GoalStatus goal={goal} onAskWhy={askWhy} />
      {wantsReason && <GoalReason goal={goal} isAsked={isAsked} onAskedChange={setAsked} />}
      <GoalDescription goal={goal} />
      <GoalFacts goal={goal} />
      <SubGoals goal={goal.id} />
      <Notes goal={goal.id} />
      <GoalHistory goal={goal.id} />
    </div>
  )
}
