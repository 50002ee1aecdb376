import { type KeyboardEvent, useRef, useState } from 'react'
import { classes } from './classes.ts'
import styles from './EditField.module.css'

export interface EditFieldProps {
  readonly label: string
  readonly value: string
  /** Called with the trimmed text, and only when it differs from what stood there when the editing began, which comes along. */
  readonly onCommit: (text: string, started: string) => void
  /** Called once when editing ends; after `key` the focus wants a new home, after `blur` it has one. */
  readonly onClose: (by: 'key' | 'blur') => void
  readonly multiline?: boolean | undefined
  /** An empty text is not committed. */
  readonly required?: boolean | undefined
  readonly maxLength?: number | undefined
  readonly placeholder?: string | undefined
  readonly className?: string | undefined
}

/**
 * The field that takes the place of a text while it is edited: it has the focus as soon as it is there.
 * Enter commits (Ctrl+Enter where there are several lines), Escape restores, leaving commits.
 */
export function EditField({ label, value, onCommit, onClose, multiline = false, required = false, maxLength, placeholder, className }: EditFieldProps) {
  // A value that changes from elsewhere meanwhile does not take away what is being typed, nor is it overwritten by an untouched draft.
  const [started] = useState(value)
  const [draft, setDraft] = useState(value)
  const isClosed = useRef(false)

  const close = (options: { readonly by: 'key' | 'blur'; readonly commit: boolean }): void => {
    if (isClosed.current) return
    isClosed.current = true
    const text = (multiline ? draft : draft.replace(/\s+/g, ' ')).trim()
    if (options.commit && text !== started && !(required && text === '')) onCommit(text, started)
    onClose(options.by)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return
    const commits = event.key === 'Enter' && (multiline ? event.ctrlKey || event.metaKey : true)
    if (!commits && event.key !== 'Escape') return
    // Escape belongs to this field alone: the panel or dialog around it stays.
    event.preventDefault()
    event.stopPropagation()
    close({ by: 'key', commit: commits })
  }

  // A textarea also for one line: a title that wraps keeps its height when it becomes a field.
  return (
    <textarea
      ref={takeFocus}
      rows={1}
      aria-label={label}
      aria-required={required || undefined}
      value={draft}
      maxLength={maxLength}
      placeholder={placeholder}
      className={classes(styles.field, multiline && styles.multiline, className)}
      onChange={(event) => setDraft(multiline ? event.target.value : event.target.value.replace(/[\r\n]+/g, ' '))}
      onKeyDown={onKeyDown}
      onBlur={() => close({ by: 'blur', commit: true })}
    />
  )
}

function takeFocus(field: HTMLTextAreaElement | null): void {
  if (field === null) return
  field.focus()
  field.select()
}
