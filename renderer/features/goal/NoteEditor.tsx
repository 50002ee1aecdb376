import { useEffect, useRef, useState } from 'react'
import { editFields } from '../../../shared/edits/edit-fields.ts'
import { restate } from '../../../shared/edits/note-edits.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/note.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import type { Draft } from '../../state/drafts.ts'
import { useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { Button } from '../../ui/Button.tsx'
import { focusAtEnd } from '../../ui/focus-at-end.ts'
import { useToast } from '../../ui/toaster.ts'
import { draftOfNote } from './note-draft.ts'
import { NoteFields } from './NoteFields.tsx'
import styles from './Notes.module.css'
import { useOwnDraft } from './use-own-draft.ts'

export interface NoteEditorProps {
  readonly note: Note
  readonly goal: GoalId
  readonly takeFocus: boolean
  readonly onClose: () => void
}

/** A note being edited. Only what was changed since it was begun is written, so an edit from elsewhere meanwhile stays. */
export function NoteEditor({ note, goal, takeFocus, onClose }: NoteEditorProps) {
  const { plan } = useSession()
  const toast = useToast()
  const [draft, latest, keep] = useOwnDraft({ what: 'noteEdit', on: note.id })
  const [opened] = useState(() => draftOfNote(note, goal))
  const text = useRef<HTMLTextAreaElement>(null)
  const isDateWrong = useRef(false)
  useEffect(() => {
    if (takeFocus) focusAtEnd(text.current)
  }, [takeFocus])

  const change = (more: Partial<Draft>): void => keep({ begun: opened, ...(latest() ?? opened), ...more })
  const save = (): void => {
    // the date field says what stands in it when it loses the focus
    text.current?.focus()
    if (isDateWrong.current) return
    const { text: written, date, status, begun: before = opened } = latest() ?? opened
    const set = { ...(written === before.text ? {} : { text: written.trim() }), ...(date === before.date ? {} : { date }) }
    const { view, act } = plan.getState()
    const stated = status === before.status ? [] : restate({ view, note, goal, status })
    act({ action: 'noteEdited', subject: recordOf(view, goal)?.title ?? '' }, [...editFields({ view, on: note.id, set }), ...stated], [{ on: note.id, set: { text: before.text, date: before.date, status: before.status } }])
    keep(null)
    onClose()
  }
  const cancel = (): void => {
    const typed = latest()
    if (typed !== null && typed.text !== (typed.begun ?? opened).text) toast.show({ text: goalText.setAside, action: { label: goalText.bringDraftBack, onPress: () => keep(typed) } })
    keep(null)
    onClose()
  }
  return (
    <NoteFields label={goalText.noteText} draft={draft ?? opened} date={note.date} onChange={change} onSave={save} onEscape={cancel} isFolded={false} onDateWrong={(isWrong) => void (isDateWrong.current = isWrong)} textRef={text}>
      <div className={styles.end}>
        <Button variant="quiet" size="small" keys="Esc" className={styles.cancel} onClick={cancel}>
          {goalText.cancel}
        </Button>
        <Button variant="primary" size="small" keys="Ctrl+Enter" onClick={save}>
          {goalText.save}
        </Button>
      </div>
    </NoteFields>
  )
}
