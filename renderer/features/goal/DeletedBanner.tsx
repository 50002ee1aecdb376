import type { GoalId } from '../../../shared/model/ids.ts'
import { bringBack, deletedAround } from '../../../shared/plan/bring-back.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { recordWords } from '../../parts/record-words.ts'
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
  const above = usePlan((state) => recordWords(state.view, deletedAround(state.view, [id]).at(-1) ?? id).title)
  if (isThere) return null
  return (
    <div className={styles.deleted} role="status">
      <p>{isDeleted ? goalText.deleted : goalText.deletedAbove}</p>
      {/* with what it belongs to, where that is deleted: else it would stay out of sight */}
      <Button size="small" onClick={() => edits.act('goalEdited', bringBack(plan.getState().view, [id]))}>
        {isDeleted ? goalText.bringBack : goalText.bringBackAbove(above)}
      </Button>
    </div>
  )
}
