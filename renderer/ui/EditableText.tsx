import { Pencil } from 'lucide-react'
import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { controlText } from '../text/controls.ts'
import { classes } from './classes.ts'
import { EditField, type EditFieldProps } from './EditField.tsx'
import styles from './EditableText.module.css'
import { IconButton } from './IconButton.tsx'

export interface EditableTextProps extends Omit<EditFieldProps, 'onClose'> {
  /** What stands there instead of the plain value, such as Markdown drawn; links in it work. */
  readonly children?: ReactNode
  /** Where a command starts the editing; left out, the text looks after itself. */
  readonly editing?: boolean | undefined
  readonly onEditingChange?: ((editing: boolean) => void) | undefined
  readonly readOnly?: boolean | undefined
}

/** A text that becomes a field by click, Enter or F2. See `EditField` for how the editing ends. */
export function EditableText({ children, editing, onEditingChange, readOnly = false, className, ...field }: EditableTextProps) {
  const [ownEditing, setOwnEditing] = useState(false)
  const wantsFocus = useRef(false)
  const isEditing = !readOnly && (editing ?? ownEditing)
  const setEditing = (next: boolean): void => {
    setOwnEditing(next)
    onEditingChange?.(next)
  }

  const shown = (button: HTMLButtonElement | null): void => {
    if (button === null || !wantsFocus.current) return
    wantsFocus.current = false
    button.focus()
  }

  if (isEditing) {
    const onClose = (by: 'key' | 'blur'): void => {
      wantsFocus.current = by === 'key'
      setEditing(false)
    }
    return <EditField {...field} className={className} onClose={onClose} />
  }
  const { label, value, placeholder, multiline } = field
  const text = <span className={classes(styles.text, multiline === true && styles.multiline, value === '' && styles.empty)}>{value === '' ? placeholder : value}</span>
  if (readOnly) return <div className={className}>{children ?? text}</div>
  const start = (): void => setEditing(true)
  if (children !== undefined && value !== '') {
    const onClick = (event: MouseEvent): void => {
      const isLink = event.target instanceof Element && event.target.closest('a, button') !== null
      if (!isLink && document.getSelection()?.isCollapsed !== false) start()
    }
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the keyboard has the button beside the text
      <div className={classes(styles.rich, className)} onClick={onClick}>
        {children}
        <IconButton ref={shown} className={styles.pencil} size="small" label={controlText.edit(label)} icon={<Pencil />} onClick={start} />
      </div>
    )
  }
  return (
    <button
      ref={shown}
      type="button"
      className={classes(styles.button, className)}
      aria-label={controlText.named(label, value === '' ? (placeholder ?? '') : value)}
      onClick={start}
      onKeyDown={(event) => {
        if (event.key === 'F2') start()
      }}
    >
      {text}
    </button>
  )
}
