import { Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { deleteRecord } from '../../../shared/edits/edit-fields.ts'
import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/note.ts'
import { recordOf, yearStartOf } from '../../../shared/plan/plan-view.ts'
import { statedBy } from '../../../shared/plan/stated-by.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { StatusName } from '../../parts/StatusName.tsx'
import { usePlan, useSession } from '../../state/session.tsx'
import { formatDate, formatLongDate } from '../../text/dates.ts'
import { goalText } from '../../text/goal.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import styles from './Notes.module.css'
import { useOwnDraft } from './use-own-draft.ts'

export interface NoteItemProps {
  readonly note: Note
  /** The goal in whose panel it stands; the note may be about the whole output. */
  readonly goal: GoalId
  readonly onDeleted: () => void
}

export function NoteItem({ note, goal, onDeleted }: NoteItemProps) {
  const { plan } = useSession()
  const [draft] = useOwnDraft({ what: 'noteEdit', on: note.id })
  const [isEditing, setEditing] = useState(false)
  const wantsFocus = useRef(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const isOpen = isEditing || draft !== null
  useEffect(() => {
    if (isOpen || !wantsFocus.current) return
    wantsFocus.current = false
    pencil.current?.focus()
  }, [isOpen])

  const date = note.date === '' ? goalText.noDate : formatDate({ date: note.date, startsOn })
  if (isOpen) {
    const close = (): void => {
      setEditing(false)
      wantsFocus.current = true
    }
    return (
      <li className={styles.note}>
        <NoteEditor note={note} goal={goal} takeFocus={isEditing} onClose={close} />
      </li>
    )
  }
  const stated = statedBy(note, goal)
  const remove = (): void => {
    const { view, act } = plan.getState()
    act({ action: 'noteDeleted', subject: recordOf(view, goal)?.title ?? '' }, deleteRecord(note.id))
    onDeleted()
  }
  return (
    <li className={styles.note} data-note={note.id}>
      <div className={styles.head}>
        <time className={styles.date} dateTime={note.date === '' ? undefined : note.date} title={note.date === '' ? undefined : formatLongDate(note.date)}>
          {date}
        </time>
        {stated !== null && <StatusName status={stated} className={styles.status} />}
        {note.author !== '' && <span className={styles.author}>{note.author}</span>}
        <span className={styles.actions}>
          <IconButton ref={pencil} size="small" label={goalText.editNote(date)} icon={<Pencil />} onClick={() => setEditing(true)} />
          <IconButton size="small" label={goalText.deleteNote(date)} icon={<Trash2 />} onClick={remove} />
        </span>
      </div>
      <NoteOfOutput note={note} />
      {note.text !== '' && <Markdown text={note.text} />}
    </li>
  )
}

/** Says of a note about the output that it speaks of other goals as well. */
function NoteOfOutput({ note }: { readonly note: Note }) {
  const number = usePlan((state) => (hasKind(note.about, 'output') ? (recordOf(state.view, note.about)?.number ?? '') : null))
  if (number === null) return null
  return (
    <p className={styles.forAllTag}>
      <Tag>{goalText.forAllTag(number)}</Tag>
    </p>
  )
}
