import type { GoalId } from '../../../shared/model/ids.ts'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import { usePlan } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { NoteForm } from './NoteForm.tsx'
import { NoteItem } from './NoteItem.tsx'
import styles from './Notes.module.css'

/** What was written about a goal, the newest first, below the place to write the next. */
export function Notes({ goal }: { readonly goal: GoalId }) {
  const view = usePlan((state) => state.view)
  const notes = notesOfGoal(view, goal).toReversed()
  return (
    <section className={styles.section} aria-label={goalText.notes}>
      <h3 className={styles.heading}>
        {goalText.notes}
        {notes.length > 0 && <span className={styles.count}>{notes.length}</span>}
      </h3>
      <NoteForm goal={goal} />
      <ol className={styles.list}>
        {notes.map((note) => (
          <NoteItem key={note.id} note={note} goal={goal} />
        ))}
      </ol>
    </section>
  )
}
