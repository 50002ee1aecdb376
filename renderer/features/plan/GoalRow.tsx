import type { ReactNode } from 'react'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { subGoalsDone } from '../../../shared/plan/rollup.ts'
import { ConflictMark } from '../../parts/ConflictMark.tsx'
import { StatusIcon } from '../../parts/StatusIcon.tsx'
import { OthersMark } from '../../parts/OthersMark.tsx'
import { statusTone } from '../../parts/status-tone.ts'
import { TeamChips } from '../../parts/TeamChips.tsx'
import { useConflictCount } from '../../parts/use-conflict-count.ts'
import { useOthersWords } from '../../parts/use-others.ts'
import { usePlan, useSession, useUi } from '../../state/session.tsx'
import { quarterLabel } from '../../text/dates.ts'
import { conflictText } from '../../text/merges.ts'
import { planText } from '../../text/plan.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { classes } from '../../ui/classes.ts'
import { EditField } from '../../ui/EditField.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './GoalRow.module.css'
import { RowFrame } from './RowFrame.tsx'
import { sendFocus, treeOf } from './tree-store.ts'
import type { RowProps } from './row-props.ts'

/** A goal or sub-goal. A click on its title opens it beside the tree. */
export function GoalRow({ id, ...props }: RowProps & { readonly id: GoalId }): ReactNode {
  const session = useSession()
  const goal = usePlan((state) => recordOf(state.view, id))
  const isRenaming = useUi((state) => state.renaming === id)
  const isShown = useUi((state) => state.goal === id)
  const conflicts = useConflictCount(id)
  const others = useOthersWords(id)
  if (goal === null) return null
  const title = goal.title === '' ? planText.untitledRecord : goal.title
  return (
    <RowFrame
      {...props}
      name={[title, statusLabel[goal.status], ...(conflicts === 0 ? [] : [conflictText.mark(conflicts)]), ...(others === '' ? [] : [others])].join(', ')}
      subject={title}
      className={classes(styles.goal, isShown && styles.shown)}
      isShown={isShown}
      isEditing={isRenaming}
      onOpen={() => session.ui.getState().openGoal(id)}
      state={<span className={classes(styles.status, statusTone(goal.status))}>{statusLabel[goal.status]}</span>}
    >
      <OthersMark words={others} className={styles.others} />
      <StatusButton goal={goal} title={title} tabIndex={props.isTabbable ? 0 : -1} />
      {isRenaming ? (
        <RenameGoal goal={goal} />
      ) : (
        <span className={classes(styles.title, goal.title === '' && styles.untitled)} data-open>
          {title}
        </span>
      )}
      <ConflictMark count={conflicts} />
      <Facts goal={goal} level={props.row.level} />
    </RowFrame>
  )
}

function StatusButton({ goal, title, tabIndex }: { readonly goal: Goal; readonly title: string; readonly tabIndex: number }): ReactNode {
  const tree = treeOf(useSession())
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      title={statusLabel[goal.status]}
      aria-label={`${planText.status(title)}: ${statusLabel[goal.status]}`}
      aria-haspopup="menu"
      className={classes(styles.statusButton, statusTone(goal.status))}
      onClick={(event) => tree.setState({ menu: { kind: 'status', node: { kind: 'goal', key: goal.id, id: goal.id }, anchor: event.currentTarget } })}
    >
      <StatusIcon status={goal.status} />
    </button>
  )
}

function RenameGoal({ goal: { id, title } }: { readonly goal: Goal }): ReactNode {
  const session = useSession()
  return (
    <span className={styles.renaming}>
      <EditField
        label={planText.name}
        value={title}
        required
        maxLength={titleLimit}
        onCommit={(next, started) => session.plan.getState().act({ action: 'goalRenamed', subject: title }, editFields({ view: session.plan.getState().view, on: id, set: { title: next } }), [{ on: id, set: { title: started } }])}
        onClose={(by) => {
          session.ui.getState().rename(null)
          if (by === 'key') sendFocus(treeOf(session), id)
        }}
      />
    </span>
  )
}

/** What else is worth knowing in a row: stretch, a quarter of its own, sub-goals, teams. */
function Facts({ goal, level }: { readonly goal: Goal; readonly level: number }): ReactNode {
  const total = usePlan((state) => subGoalsDone(state.view, goal.id).total)
  const done = usePlan((state) => subGoalsDone(state.view, goal.id).done)
  const isSubGoal = goal.parent !== null && level > 3
  return (
    <span className={styles.facts}>
      {goal.stretch && <Tag>{planText.stretch}</Tag>}
      {isSubGoal && goal.quarter !== null && <Tag>{planText.ownQuarter(quarterLabel(goal.quarter))}</Tag>}
      {total > 0 && (
        <span className={styles.count} title={planText.subGoalsLong(done, total)}>
          {planText.subGoals(done, total)}
        </span>
      )}
      <TeamChips teams={goal.teams} max={2} />
    </span>
  )
}
