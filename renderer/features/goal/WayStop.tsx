import { useState } from 'react'
import { firstWords } from '../../../shared/board/first-words.ts'
import type { Goal } from '../../../shared/model/goal.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { endOfGoal } from '../../../shared/plan/goal-place.ts'
import { isGivenUp } from '../../../shared/plan/is-given-up.ts'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { usePlan } from '../../state/session.tsx'
import { boardText } from '../../text/board.ts'
import { quarterLabel } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import { statusLabel } from '../../../shared/words/statuses.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './GoalWay.module.css'
import { GoalLink } from './GoalLink.tsx'
import { NotesThen } from './NotesThen.tsx'

/** A goal before or after this one: where it stood, how, the last word on it, and its notes one press away. */
export function WayStop({ goal, withNotes }: { readonly goal: Goal; readonly withNotes: boolean }) {
  const view = usePlan((state) => state.view)
  const [isOpen, setOpen] = useState(false)
  const notes = withNotes ? notesOfGoal(view, goal.id) : []
  const last = notes.at(-1)
  const quarter = quarterName(view, goal.id)
  return (
    <li className={styles.stop}>
      <GoalLink goal={goal.id} />
      <p className={styles.stood}>{[quarter, isGivenUp(view, goal) ? boardText.dropped : statusLabel[goal.status], last === undefined ? goal.reason : firstWords(last.text)].filter((part) => part !== '').join(' · ')}</p>
      {notes.length > 0 && (
        <Disclosure title={<span className={styles.notesTitle}>{goalText.notesFrom(notes.length, quarter)}</span>} open={isOpen} onOpenChange={setOpen}>
          {isOpen && <NotesThen goal={goal.id} />}
        </Disclosure>
      )}
    </li>
  )
}

/** `Q2`, or where it stands otherwise. */
export function quarterName(view: PlanView, id: GoalId): string {
  const quarter = endOfGoal(view, id)
  return quarter === null ? goalText.notScheduled : quarterLabel(quarter)
}
