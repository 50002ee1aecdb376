import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Goal } from '../../../shared/model/goal.ts'
import { textLimit } from '../../../shared/model/record-spec.ts'
import { Markdown } from '../../parts/Markdown.tsx'
import { goalText } from '../../text/goal.ts'
import { EditableText } from '../../ui/EditableText.tsx'
import { focusAtEnd } from '../../ui/focus-at-end.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToast } from '../../ui/toaster.ts'
import styles from './GoalDescription.module.css'
import { plainDraft } from './note-draft.ts'
import { useAfterPress } from './use-after-press.ts'
import { useGoalEdits } from './use-goal-edits.ts'
import { useOwnDraft } from './use-own-draft.ts'

/** The description, drawn until it is pressed. What is typed is kept until it is saved or given up. */
export function GoalDescription({ goal }: { readonly goal: Goal }) {
  const [draft, , keep] = useOwnDraft({ what: 'description', on: goal.id })
  const [isEditing, setEditing] = useState(false)
  const wantsFocus = useRef(false)
  const place = useRef<HTMLDivElement>(null)
  const afterPress = useAfterPress()
  const isOpen = isEditing || draft !== null

  useEffect(() => {
    if (isOpen || !wantsFocus.current) return
    wantsFocus.current = false
    place.current?.querySelector('button')?.focus()
  }, [isOpen])

  if (isOpen) {
    const close = (by: 'key' | 'blur'): void =>
      afterPress(() => {
        keep(null)
        wantsFocus.current = by === 'key'
        setEditing(false)
      })
    return <DescriptionField goal={goal} takeFocus={isEditing} onClose={close} />
  }
  return (
    <div ref={place} className={styles.description}>
      <EditableText label={goalText.description} value={goal.description} placeholder={goalText.descriptionPlaceholder} multiline editing={false} onEditingChange={setEditing} onCommit={() => undefined}>
        <Markdown text={goal.description} />
      </EditableText>
    </div>
  )
}

interface DescriptionFieldProps {
  readonly goal: Goal
  readonly takeFocus: boolean
  readonly onClose: (by: 'key' | 'blur') => void
}

/** Ctrl+Enter and leaving save; Escape sets aside what was typed, and says how to get it back. */
function DescriptionField({ goal, takeFocus, onClose }: DescriptionFieldProps) {
  const edits = useGoalEdits(goal.id)
  const toast = useToast()
  const [draft, latest, keep] = useOwnDraft({ what: 'description', on: goal.id })
  // an edit from elsewhere neither takes away what is being typed, nor is it undone by a field nobody typed in
  const [opened] = useState(goal.description)
  const started = draft?.begun?.text ?? opened
  const isClosed = useRef(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (takeFocus) focusAtEnd(field.current)
  }, [takeFocus])

  const close = ({ by, isSaved }: { readonly by: 'key' | 'blur'; readonly isSaved: boolean }): void => {
    if (isClosed.current) return
    isClosed.current = true
    const typed = latest()
    if (typed !== null && typed.text !== started) {
      if (isSaved) edits.set({ description: typed.text.trimEnd() }, { description: started })
      else toast.show({ text: goalText.setAside, action: { label: goalText.bringDraftBack, onPress: () => keep(typed) } })
    }
    onClose(by)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const saves = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (event.nativeEvent.isComposing || (!saves && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    close({ by: 'key', isSaved: saves })
  }
  return (
    <TextArea
      ref={field}
      label={goalText.description}
      hideLabel
      className={styles.field}
      value={draft?.text ?? started}
      maxLength={textLimit}
      rows={4}
      description={takeFocus ? goalText.descriptionHint : goalText.draftBack}
      onChange={(text) => keep({ ...plainDraft(text), begun: plainDraft(started) })}
      onKeyDown={onKeyDown}
      onBlur={() => close({ by: 'blur', isSaved: true })}
    />
  )
}
