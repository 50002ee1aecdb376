import { CircleSlash, Ellipsis, MoveRight, NotebookPen, Trash2 } from 'lucide-react'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { OpenConflict } from '../../../shared/plan/open-conflict.ts'
import { outcomeOfGoal, outputOfGoal } from '../../../shared/plan/goal-place.ts'
import { deleteGoals, dropGoals } from '../../state/goal-moves.ts'
import { othersWords } from '../../parts/others-words.ts'
import { useOthersOf } from '../../parts/use-others.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import { ArrivedConflicts } from './ArrivedConflicts.tsx'
import styles from './GoalPanel.module.css'

export interface GoalHeaderProps {
  readonly id: GoalId
  /** Edits to review that came in while the goal stands open. */
  readonly arrived: readonly OpenConflict[]
  readonly onReview: () => void
  readonly onClose: () => void
}

/** Where the goal belongs, what others do to it meanwhile, and what can be done with it as a whole. */
export function GoalHeader({ id, arrived, onReview, onClose }: GoalHeaderProps) {
  const session = useSession()
  const output = usePlan((state) => outputOfGoal(state.view, id))
  const outcome = usePlan((state) => outcomeOfGoal(state.view, id))
  const changes = useOthersOf(id)
  const others = usePlan((state) => othersWords(state.view, changes))
  const remove = (): void => {
    deleteGoals(session, [id])
    onClose()
  }
  const entries: readonly MenuEntry[] = [
    { kind: 'item', id: 'note', label: goalText.writeNote, icon: <NotebookPen />, onSelect: () => session.ui.getState().open({ kind: 'note', goal: id }) },
    { kind: 'item', id: 'move', label: goalText.move, icon: <MoveRight />, onSelect: () => session.ui.getState().open({ kind: 'move', goals: [id] }) },
    { kind: 'separator', id: 'line' },
    { kind: 'item', id: 'drop', label: goalText.drop, icon: <CircleSlash />, onSelect: () => dropGoals(session, [id]) },
    { kind: 'item', id: 'delete', label: goalText.remove, icon: <Trash2 />, danger: true, onSelect: remove },
  ]
  return (
    <>
      {(output !== null || outcome !== null) && (
        <p className={styles.place} title={output?.title}>
          {output !== null && <b>{output.number}</b>} {outcome !== null && <span className={styles.outcome}>{goalText.outcome(outcome.number)}</span>}
        </p>
      )}
      {others !== '' && (
        <p className={styles.others} role="status" title={others}>
          {others}
        </p>
      )}
      <ArrivedConflicts arrived={arrived} onReview={onReview} />
      <Menu trigger={<IconButton size="small" className={styles.more} label={goalText.more} icon={<Ellipsis />} />} entries={entries} align="end" />
    </>
  )
}
