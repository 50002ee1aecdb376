import { memo, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { useCard } from '../../parts/use-card.ts'
import { useProgramShown } from '../../parts/use-program-shown.ts'
import { walkRows } from '../../parts/walk-rows.ts'
import { useBoard, usePlan, useSession, useUi } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { formatDate, quarterLabel } from '../../text/dates.ts'
import { teamsText } from '../../text/teams.ts'
import styles from './GoalRow.module.css'

/** One goal in a line: number, title, quarter, and what was last written. */
export const GoalRow = memo(function GoalRow({ id }: { readonly id: GoalId }): ReactNode {
  const { ui, board } = useSession()
  const card = useCard(id)
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const scope = useBoard((state) => state.query.scope)
  const showsProgram = useProgramShown()
  const isOpen = useUi((state) => state.goal === id)
  if (card === null) return null
  const { goal, quarter, parentTitle, noted, notedOn, needsNote, needsNoteSince } = card
  const due = needsNoteSince === null ? boardText.noNote : boardText.noNoteSince(formatDate({ date: needsNoteSince, startsOn }))
  return (
    <li className={styles.row}>
      <button type="button" data-opens={id} data-goal={id} aria-current={isOpen || undefined} className={styles.goal} onClick={() => ui.getState().openGoal(id)} onFocus={() => board.getState().focusTaken(id)} onKeyDown={walkRows}>
        <span className={styles.number}>
          {showsProgram && card.programCode !== '' && <span className={styles.program}>{card.programCode} </span>}
          {card.outputNumber}
        </span>
        <span className={styles.title}>
          {goal.title === '' ? <i>{boardText.untitled}</i> : goal.title}
          {parentTitle !== null && <span className={styles.part}> {teamsText.partOf(parentTitle)}</span>}
        </span>
        <span className={styles.note}>{noted}</span>
        <span className={styles.quarter}>{quarter === null || quarter === scope ? '' : quarterLabel(quarter)}</span>
        {needsNote ? <span className={styles.due}>{due}</span> : <span className={styles.date}>{notedOn === null ? '' : formatDate({ date: notedOn, startsOn })}</span>}
      </button>
    </li>
  )
})
