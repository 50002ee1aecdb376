import { useEffect, useRef, useState } from 'react'
import { addNote } from '../../../shared/edits/note-edits.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { outputOfGoal, quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { recordOf, yearStartOf } from '../../../shared/plan/plan-view.ts'
import type { Draft } from '../../state/drafts.ts'
import { usePlan, useSession, useUi } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { focusAtEnd } from '../../ui/focus-at-end.ts'
import { NoteFields } from './NoteFields.tsx'
import { dateOfNewNote, emptyDraft, isWorthSaving } from './note-draft.ts'
import styles from './Notes.module.css'
import { useOwnDraft } from './use-own-draft.ts'

/** Where the next note is written. What stands in it stays there until it is saved, whatever happens to the panel. */
export function NoteForm({ goal }: { readonly goal: GoalId }) {
  const { plan, ui, makeId, today } = useSession()
  const [draft, latest, keep] = useOwnDraft({ what: 'note', on: goal })
  // once unfolded it stays so: folding as one leaves would move what one is about to press
  const [isBegun, setBegun] = useState(false)
  const output = usePlan((state) => outputOfGoal(state.view, goal))
  const quarter = usePlan((state) => quarterOfGoal(state.view, goal))
  const startsOn = usePlan((state) => yearStartOf(state.view))
  const isAsked = useUi(({ overlay }) => overlay?.kind === 'note' && overlay.goal === goal)
  const text = useRef<HTMLTextAreaElement>(null)
  const isDateWrong = useRef(false)
  useEffect(() => {
    if (!isAsked) return
    ui.getState().close()
    focusAtEnd(text.current)
    text.current?.scrollIntoView({ block: 'nearest' })
  }, [isAsked, ui])

  const date = dateOfNewNote({ startsOn, quarter, today: today() })
  const canBeForAll = output !== null && quarter !== null
  const change = (more: Partial<Draft>): void => {
    const next = { ...(latest() ?? emptyDraft), ...more }
    keep(next.text === '' && next.date === null && next.status === null && !next.forAll ? null : next)
  }
  const save = (): void => {
    // first, since the date field says what stands in it when it loses the focus
    text.current?.focus()
    const written = latest()
    if (written === null || !isWorthSaving(written) || isDateWrong.current) return
    const { view, act } = plan.getState()
    const isForAll = written.forAll && canBeForAll
    const note = { about: isForAll ? output.id : goal, quarter: isForAll ? quarter : null, date: written.date ?? date, text: written.text.trim(), status: written.status, author: '' }
    act({ action: 'noteAdded', subject: recordOf(view, goal)?.title ?? '' }, addNote({ view, id: makeId('note'), note }))
    keep(null)
  }
  return (
    <div className={styles.form} onFocus={() => setBegun(true)}>
      <NoteFields label={goalText.newNote} draft={draft ?? emptyDraft} date={date} onChange={change} onSave={save} isFolded={!isBegun && draft === null} onDateWrong={(isWrong) => void (isDateWrong.current = isWrong)} textRef={text}>
        <div className={styles.end}>
          {canBeForAll && <Checkbox className={styles.forAll} label={goalText.forAll(output.number)} checked={draft?.forAll ?? false} onChange={(forAll) => change({ forAll })} />}
          <Button variant="primary" size="small" keys="Ctrl+Enter" className={styles.save} onClick={save}>
            {goalText.saveNote}
          </Button>
        </div>
      </NoteFields>
    </div>
  )
}
