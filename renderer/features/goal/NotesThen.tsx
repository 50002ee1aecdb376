import { useMemo } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import { yearStartOf } from '../../../shared/plan/plan-view.ts'
import { statedBy } from '../../../shared/plan/stated-by.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { StatusName } from '../../parts/StatusName.tsx'
import { usePlan } from '../../state/session.tsx'
import { formatDate } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import { newestNotesFirst } from './order-notes.ts'
import styles from './GoalWay.module.css'

/** The notes on a goal that this one continues, to be read; they are edited where they belong. */
export function NotesThen({ goal }: { readonly goal: GoalId }) {
  const view = usePlan((state) => state.view)
  const notes = useMemo(() => newestNotesFirst(view, notesOfGoal(view, goal)), [view, goal])
  return (
    <ol className={styles.notes}>
      {notes.map((note) => {
        const status = statedBy(note, goal)
        return (
          <li key={note.id} className={styles.note}>
            <p className={styles.noteHead}>
              <span className={styles.date}>{note.date === '' ? goalText.noDate : formatDate({ date: note.date, startsOn: yearStartOf(view) })}</span>
              {status !== null && <StatusName status={status} className={styles.said} />}
            </p>
            {note.text !== '' && <Markdown text={note.text} />}
          </li>
        )
      })}
    </ol>
  )
}
