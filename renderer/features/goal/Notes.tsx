import { useMemo, useRef } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import { usePlan } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { NoteForm } from './NoteForm.tsx'
import { NoteItem } from './NoteItem.tsx'
import { newestNotesFirst } from './order-notes.ts'
import styles from './Notes.module.css'

/** What was written about a goal, the newest first, below the place to write the next. */
export function Notes({ goal }: { readonly goal: GoalId }) {
  const view = usePlan((state) => state.view)
  const notes = useMemo(() => newestNotesFirst(view, notesOfGoal(view, goal)), [view, goal])
  const section = useRef<HTMLElement>(null)
  /** After one is deleted, the focus goes to the one that took its place, else to the field for a new one. */
  const focusNear = (index: number): void => {
    requestAnimationFrame(() => {
      const items = section.current?.querySelectorAll<HTMLElement>('[data-note]') ?? []
      const home = items[Math.min(index, items.length - 1)]?.querySelector<HTMLElement>('button') ?? section.current?.querySelector('textarea')
      home?.focus()
    })
  }
  return (
    <section ref={section} className={styles.section} aria-label={goalText.notes}>
      <h3 className={styles.heading}>
        {goalText.notes}
        {notes.length > 0 && <span className={styles.count}>{notes.length}</span>}
      </h3>
      <NoteForm goal={goal} />
      <ol className={styles.list}>
        {notes.map((note, index) => (
          <NoteItem key={note.id} note={note} goal={goal} onDeleted={() => focusNear(index)} />
        ))}
      </ol>
    </section>
  )
}
