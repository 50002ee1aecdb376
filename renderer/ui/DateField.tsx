import { CalendarDays } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { controlText } from '../text/controls.ts'
import { type DatePrecision, readDate } from './date-text.ts'
import styles from './DateField.module.css'
import type { FieldProps } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { TextField } from './TextField.tsx'

export interface DateFieldProps extends Omit<FieldProps, 'error'> {
  /** `2018-10-02`, or `2018-10` where only the month is known, or `null`. */
  readonly value: string | null
  readonly precision: DatePrecision
  /** Called with a date that exists and differs from `value`; `null` when the field was emptied. */
  readonly onCommit: (value: string | null) => void
  /** Told whenever what stands in the field becomes no date, or one again; whoever saves a form with it has to wait. */
  readonly onWrongChange?: ((isWrong: boolean) => void) | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
}

/** A date written out, committed by Enter or by leaving; what is no date stays there with the reason. */
export function DateField({ value, precision, onCommit, onWrongChange, required = false, disabled = false, ...field }: DateFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const words = { day: [controlText.dayPlaceholder, controlText.dateInvalidDay], month: [controlText.monthPlaceholder, controlText.dateInvalidMonth], either: [controlText.eitherPlaceholder, controlText.dateInvalidEither] } as const
  const [placeholder, complaint] = words[precision]

  const judge = (wrong: boolean): void => {
    setWrong(wrong)
    onWrongChange?.(wrong)
  }
  const commit = (text: string | null): void => {
    if (text === null) return
    const date = text.trim() === '' && !required ? null : readDate({ text, precision })
    if (date === null && (required || text.trim() !== '')) return judge(true)
    judge(false)
    setDraft(null)
    if (date !== value) onCommit(date)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && draft !== null) {
      event.preventDefault()
      commit(draft)
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
      judge(false)
    }
  }
  return (
    <span className={styles.anchor}>
      <TextField
        {...field}
        value={draft ?? value ?? ''}
        placeholder={placeholder}
        error={isWrong ? complaint : null}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={10}
        required={required}
        disabled={disabled}
        onChange={setDraft}
        onBlur={() => commit(draft)}
        onKeyDown={onKeyDown}
        end={<IconButton size="small" label={controlText.pickDate(field.label)} icon={<CalendarDays />} disabled={disabled} onClick={() => picker.current?.showPicker()} />}
      />
      {/* Only there for the calendar the system opens from it. */}
      <input ref={picker} className={styles.picker} type={precision === 'month' ? 'month' : 'date'} tabIndex={-1} aria-hidden="true" value={draft === null && value !== null && readDate({ text: value, precision: precision === 'month' ? 'month' : 'day' }) !== null ? value : ''} onChange={(event) => commit(event.target.value)} />
    </span>
  )
}
