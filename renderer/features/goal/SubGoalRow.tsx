import { ArrowDown, ArrowUp, ChevronRight, Ellipsis, GripVertical, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { titleLimit } from '../../../shared/model/record-spec.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { StatusSelect } from '../../parts/StatusSelect.tsx'
import { usePlan, useUi } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { classes } from '../../ui/classes.ts'
import { EditableText } from '../../ui/EditableText.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import styles from './SubGoals.module.css'
import { useGoalEdits } from './use-goal-edits.ts'
import { useSubGoalDrag } from './use-sub-goal-drag.ts'

export interface SubGoalRowProps {
  readonly id: GoalId
  readonly parent: GoalId
  readonly index: number
  readonly total: number
  readonly onPlace: (id: GoalId, index: number) => void
  readonly onDeleted: () => void
}

/** One sub-goal: status, title, the way into it. Alt+Up and Alt+Down move it, wherever in the row the focus is. */
export function SubGoalRow({ id, parent, index, total, onPlace, onDeleted }: SubGoalRowProps): ReactNode {
  const goal = usePlan((state) => recordOf(state.view, id))
  const open = useUi((state) => state.openGoal)
  const edits = useGoalEdits(id)
  const row = useRef<HTMLLIElement>(null)
  const grip = useRef<HTMLSpanElement>(null)
  const { edge, isDragged } = useSubGoalDrag({ row, grip, id, parent, index, onPlace })
  if (goal === null) return null

  const title = goal.title === '' ? goalText.untitled : goal.title
  const remove = (): void => {
    edits.remove()
    onDeleted()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0 || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    // the app's own Alt+Up moves the card on the board
    event.preventDefault()
    event.stopPropagation()
    onPlace(id, index + step)
  }
  const entries: readonly MenuEntry[] = [
    { kind: 'item', id: 'open', label: goalText.open, icon: <ChevronRight />, onSelect: () => open(id) },
    { kind: 'item', id: 'up', label: goalText.up, icon: <ArrowUp />, keys: 'Alt+Up', disabled: index === 0, onSelect: () => onPlace(id, index - 1) },
    { kind: 'item', id: 'down', label: goalText.down, icon: <ArrowDown />, keys: 'Alt+Down', disabled: index === total - 1, onSelect: () => onPlace(id, index + 1) },
    { kind: 'separator', id: 'line' },
    { kind: 'item', id: 'delete', label: goalText.delete, icon: <Trash2 />, danger: true, onSelect: remove },
  ]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the controls in the row come through here
    <li ref={row} className={classes(styles.row, isDragged && styles.dragged)} data-edge={edge ?? undefined} onKeyDown={onKeyDown}>
      {/* The pointer's way to move it; keys and the menu do the same. */}
      <span ref={grip} className={styles.grip} aria-hidden="true">
        <GripVertical />
      </span>
      <StatusSelect label={goalText.subGoalStatus(title)} status={goal.status} variant="icon" onChange={edits.setStatus} />
      <EditableText label={goalText.subGoal} value={goal.title} placeholder={goalText.untitled} required maxLength={titleLimit} className={classes(styles.title, goal.status === 'done' && styles.done)} onCommit={edits.rename} />
      <IconButton size="small" className={styles.action} label={goalText.openGoal(title)} icon={<ChevronRight />} onClick={() => open(id)} />
      <Menu trigger={<IconButton size="small" className={styles.action} label={goalText.subGoalActions(title)} icon={<Ellipsis />} />} entries={entries} align="end" />
    </li>
  )
}
