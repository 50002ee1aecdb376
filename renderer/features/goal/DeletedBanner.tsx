import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './GoalPanel.module.css'
import { useGoalEdits } from './use-goal-edits.ts'

/**
 * Says that the goal was deleted, by another window or a colleague, while its panel is open: the panel stays,
 * with whatever is being typed in it.
 */
export function DeletedBanner({ id }: { readonly id: GoalId }) {
  const { plan } = useSession()
  const edits = useGoalEdits(id)
  const isDeleted = usePlan((state) => recordOf(state.view, id)?.deleted === true)
  const isThere = usePlan((state) => isLive(state.view, id))
  if (isThere) return null
  return (
    <div className={styles.deleted} role="status">
      <p>{isDeleted ? goalText.deleted : goalText.deletedAbove}</p>
      {isDeleted && (
        <Button size="small" onClick={() => edits.act('goalEdited', editFields({ view: plan.getState().view, on: id, set: { deleted: false } }))}>
          {goalText.bringBack}
        </Button>
      )}
    </div>
  )
}
