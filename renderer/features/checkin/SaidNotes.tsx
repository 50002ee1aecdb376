import type { ReactNode } from 'react'
import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/note.ts'
import { recordOf, yearStartOf } from '../../../shared/plan/plan-view.ts'
import { statedBy } from '../../../shared/plan/stated-by.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { StatusName } from '../../parts/StatusName.tsx'
import { usePlan } from '../../state/session.tsx'
import { checkInText } from '../../text/checkin.ts'
import { formatDate, formatLongDate } from '../../text/dates.ts'
import styles from './Pane.module.css'

/** Notes to read, the oldest first, each with what it states of the goal. */
export function SaidNotes({ notes, goal }: { readonly notes: readonly Note[]; readonly goal: GoalId }): ReactNode {
  const view = usePlan((state) => state.view)
  return (
    <ol className={styles.said} aria-label={checkInText.said}>
      {notes.map((note) => {
        const status = statedBy(note, goal)
        const output = hasKind(note.about, 'output') ? recordOf(view, note.about) : null
        return (
          <li key={note.id} className={styles.note}>
            <time className={styles.date} dateTime={note.date === '' ? undefined : note.date} title={note.date === '' ? undefined : formatLongDate(note.date)}>
              {note.date === '' ? checkInText.noDate : formatDate({ date: note.date, startsOn: yearStartOf(view) })}
            </time>
            <div>
              <p className={styles.stated}>
                {status !== null && <StatusName status={status} />}
                {output !== null && <span className={styles.forAll}>{checkInText.forAll(output.number)}</span>}
              </p>
              {note.text !== '' && <Markdown text={note.text} />}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
