import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { textLimit } from '../../../shared/model/record-spec.ts'
import type { Status } from '../../../shared/model/status.ts'
import { statusOptions } from '../../parts/status-options.tsx'
import type { Draft } from '../../state/drafts.ts'
import { goalText } from '../../text/goal.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './NoteFields.module.css'

export interface NoteFieldsProps {
  readonly label: string
  readonly draft: Draft
  /** What the date is while the draft has none. */
  readonly date: string
  readonly onChange: (draft: Partial<Draft>) => void
  readonly onSave: () => void
  /** What Escape does in here; left out, it belongs to the panel. */
  readonly onEscape?: (() => void) | undefined
  readonly isFolded: boolean
  /** Told whether what stands as the date is none: then nothing may be saved. */
  readonly onDateWrong: (isWrong: boolean) => void
  readonly textRef: Ref<HTMLTextAreaElement>
  /** Further fields, and the buttons. */
  readonly children: ReactNode
}

const optionsWithNone: readonly SelectOption<Status | 'none'>[] = [
  { value: 'none', label: goalText.noStatus },
  ...statusOptions,
]

/** A note while it is written: its text, the day or month it is of, the status it states. Ctrl+Enter saves. */
export function NoteFields({ label, draft, date, onChange, onSave, onEscape, isFolded, onDateWrong, textRef, children }: NoteFieldsProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    // keys of a list that opened for a field come through here too, though it stands elsewhere
    if (event.nativeEvent.isComposing || !(event.target instanceof Node && event.currentTarget.contains(event.target))) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      onSave()
    } else if (event.key === 'Escape' && onEscape !== undefined) {
      event.stopPropagation()
      onEscape()
    }
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the fields' keys come through here
    <div className={styles.fields} onKeyDown={onKeyDown}>
      <TextArea ref={textRef} label={label} hideLabel value={draft.text} maxLength={textLimit} rows={isFolded ? 1 : 3} placeholder={goalText.newNotePlaceholder} onChange={(text) => onChange({ text })} />
      {!isFolded && (
        <>
          <div className={styles.line}>
            <DateField label={goalText.noteDate} hideLabel className={styles.date} precision="either" required value={draft.date ?? date} onCommit={(next) => onChange({ date: next })} onWrongChange={onDateWrong} />
            <Select<Status | 'none'> label={goalText.noteStatus} hideLabel className={styles.status} value={draft.status ?? 'none'} options={optionsWithNone} onChange={(next) => onChange({ status: next === 'none' ? null : next })} />
          </div>
          {children}
        </>
      )}
    </div>
  )
}
