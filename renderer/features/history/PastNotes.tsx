import { useMemo, type ReactNode } from 'react'
import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/note.ts'
import { notesOfGoal } from '../../../shared/plan/notes.ts'
import { recordOf, yearStartOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { statedBy } from '../../../shared/plan/stated-by.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { StatusName } from '../../parts/StatusName.tsx'
import { formatDate, formatLongDate } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import { pastText } from '../../text/past.ts'
import { Tag } from '../../ui/Tag.tsx'
import styles from './PastGoal.module.css'

/** The notes there were, the newest first. */
export function PastNotes({ goal, view }: { readonly goal: GoalId; readonly view: PlanView }): ReactNode {
  const notes = useMemo(() => notesOfGoal(view, goal).toReversed(), [view, goal])
  return (
    <section className={styles.section} aria-label={goalText.notes}>
      <h3 className={styles.heading}>
        {goalText.notes} {notes.length > 0 && <span className={styles.count}>{notes.length}</span>}
      </h3>
      {notes.length === 0 && <p className={styles.nothing}>{pastText.noNotes}</p>}
      <ol>
        {notes.map((note) => (
          <PastNote key={note.id} note={note} goal={goal} view={view} />
        ))}
      </ol>
    </section>
  )
}

function PastNote({ note, goal, view }: { readonly note: Note; readonly goal: GoalId; readonly view: PlanView }): ReactNode {
  const stated = statedBy(note, goal)
  const output = hasKind(note.about, 'output') ? (recordOf(view, note.about)?.number ?? '') : null
  return (
    <li className={styles.note}>
      <p className={styles.noteHead}>
        <time className={styles.date} dateTime={note.date === '' ? undefined : note.date} title={note.date === '' ? undefined : formatLongDate(note.date)}>
          {note.date === '' ? goalText.noDate : formatDate({ date: note.date, startsOn: yearStartOf(view) })}
        </time>
        {stated !== null && <StatusName status={stated} className={styles.said} />}
        {note.author !== '' && <span className={styles.said}>{note.author}</span>}
      </p>
      {output !== null && <Tag>{goalText.forAllTag(output)}</Tag>}
      {note.text !== '' && <Markdown text={note.text} />}
    </li>
  )
}
