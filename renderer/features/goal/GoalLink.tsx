import { recordOf } from '../../../shared/plan/plan-view.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { usePlan, useUi } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { classes } from '../../ui/classes.ts'
import styles from './GoalLink.module.css'

/** Another goal by its title; pressing it opens that goal in the panel. */
export function GoalLink({ goal: id, className }: { readonly goal: GoalId; readonly className?: string | undefined }) {
  const goal = usePlan((state) => recordOf(state.view, id))
  const open = useUi((state) => state.openGoal)
  if (goal === null) return <span className={classes(styles.missing, className)}>{goalText.missingGoal}</span>
  const title = goal.title === '' ? goalText.untitled : goal.title
  return (
    <button type="button" className={classes(styles.link, goal.deleted && styles.deleted, className)} aria-label={goalText.openGoal(title)} onClick={() => open(id)}>
      <StatusIcon status={goal.status} className={classes(styles.icon, statusTone(goal.status))} />
      <span>{title}</span>
    </button>
  )
}
