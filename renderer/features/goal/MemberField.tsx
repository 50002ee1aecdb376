import { Plus } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { goalText } from '../../text/goal.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { TagOption } from '../../ui/tag-option.ts'
import { TagInput } from '../../ui/TagInput.tsx'
import styles from './MemberField.module.css'
import { useAfterPress } from './use-after-press.ts'

export interface MemberFieldProps {
  readonly label: string
  readonly values: readonly string[]
  /** Worked out when somebody begins to choose, not with every drawing. */
  readonly options: () => readonly TagOption[]
  readonly parseNew: (text: string) => string | null
  readonly onAdd: (value: string) => void
  readonly onRemove: (value: string) => void
  readonly placeholder: string
  readonly empty: string
  /** The values as one reads them. */
  readonly children: ReactNode
}

/** A set of values: read as chips or links, changed in a field that takes their place until one leaves it. */
export function MemberField({ label, values, options, parseNew, onAdd, onRemove, placeholder, empty, children }: MemberFieldProps) {
  const [suggested, setSuggested] = useState<readonly TagOption[] | null>(null)
  const wantsFocus = useRef(false)
  const field = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const afterPress = useAfterPress()
  const isEditing = suggested !== null
  useEffect(() => {
    if (isEditing) field.current?.querySelector('input')?.focus()
    else if (wantsFocus.current) button.current?.focus()
    wantsFocus.current = false
  }, [isEditing])

  if (!isEditing) {
    const start = (): void => setSuggested(options())
    return (
      <div className={styles.shown}>
        {values.length === 0 ? <span className={styles.empty}>{empty}</span> : children}
        <IconButton ref={button} size="small" className={styles.add} label={goalText.change(label)} icon={<Plus />} onClick={start} />
      </div>
    )
  }
  const stop = (by: 'key' | 'leaving'): void =>
    afterPress(() => {
      wantsFocus.current = by === 'key'
      setSuggested(null)
    })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    stop('key')
  }
  const onBlur = (event: FocusEvent): void => {
    // the suggestions stand elsewhere in the page, and pressing one keeps the focus in the field
    if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) stop('leaving')
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape and leaving, wherever in the field one is
    <div ref={field} onKeyDown={onKeyDown} onBlur={onBlur}>
      <TagInput label={label} hideLabel values={values} options={suggested} parseNew={parseNew} onAdd={onAdd} onRemove={onRemove} placeholder={placeholder} />
    </div>
  )
}
