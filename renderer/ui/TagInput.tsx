import { Combobox } from '@base-ui/react/combobox'
import type { BaseUIEvent } from '@base-ui/react/types'
import { X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { controlText } from '../text/controls.ts'
import { Field, type FieldProps } from './Field.tsx'
import { tagChoices, type TagChoice, type TagOption } from './tag-option.ts'
import { classes } from './classes.ts'
import styles from './TagInput.module.css'
import surface from './Surface.module.css'

export interface TagInputProps extends FieldProps {
  readonly values: readonly string[]
  /** What is suggested, and the labels of values that are shown by another name. */
  readonly options: readonly TagOption[]
  readonly onAdd: (value: string) => void
  readonly onRemove: (value: string) => void
  /** Takes what was typed, returns the value it stands for or `null`; left out, only options can be chosen. */
  readonly parseNew?: ((text: string) => string | null) | undefined
  readonly placeholder?: string | undefined
}

/** A set of values, told member by member. Typing suggests, Enter or a comma adds, Backspace takes the last one away. */
export function TagInput({ values, options, onAdd, onRemove, parseNew, placeholder, ...field }: TagInputProps) {
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const labelOf = (value: string): string => options.find((option) => option.value === value)?.label ?? value
  const chosen: readonly TagChoice[] = values.map((value) => ({ value, label: labelOf(value), isNew: false }))
  const choices = tagChoices({ options, chosen: values, typed, parseNew, addLabel: controlText.addTag })

  // An empty list would be one more Escape for nothing.
  const isListed = isOpen && choices.length > 0
  const add = (text: string): void => {
    const value = options.find((option) => option.label.toLowerCase() === text.trim().toLowerCase())?.value ?? parseNew?.(text.trim()) ?? null
    if (value !== null && !values.includes(value)) onAdd(value)
  }
  // Only what a person types: Base UI also empties the field when its list closes, before leaving it could be noticed.
  const type = (text: string): void => {
    const parts = parseNew === undefined ? [text] : text.split(/[,;\n]/)
    for (const part of parts.slice(0, -1)) if (part.trim() !== '') add(part)
    setTyped(parts.at(-1) ?? '')
  }
  const change = (next: readonly TagChoice[]): void => {
    const added = next.find(({ value }) => !values.includes(value))
    const removed = values.find((value) => !next.some((choice) => choice.value === value))
    if (added !== undefined) onAdd(added.value)
    else if (removed !== undefined) onRemove(removed)
    setTyped('')
  }
  // What is left in the field when one leaves it was meant to be added.
  const leave = (): void => {
    if (typed.trim() !== '' && parseNew !== undefined) add(typed)
    setTyped('')
  }
  const onKeyDown = (event: BaseUIEvent<KeyboardEvent>): void => {
    if (event.key !== 'Escape') return
    // Base UI would empty the whole set.
    event.preventBaseUIHandler()
    if (!isListed && typed === '') return
    // A first Escape gives up what was typed; only the next belongs to the panel or dialog around.
    event.stopPropagation()
    setTyped('')
    setOpen(false)
  }

  return (
    <Field {...field}>
      <Combobox.Root<TagChoice, true> multiple autoHighlight open={isListed} onOpenChange={(open) => setOpen(open)} items={choices} filter={null} value={chosen} onValueChange={change} inputValue={typed} onInputValueChange={(text, { reason }) => reason === 'input-change' && type(text)} isItemEqualToValue={(a, b) => a.value === b.value} itemToStringLabel={(choice) => choice.label}>
        <Combobox.InputGroup ref={box} className={styles.box}>
          <Combobox.Chips className={styles.chips} aria-label={values.length > 0 ? field.label : undefined}>
            {chosen.map((choice) => (
              <Combobox.Chip key={choice.value} className={styles.chip} aria-label={choice.label} aria-description={controlText.tagKeys}>
                {choice.label}
                <Combobox.ChipRemove className={styles.remove} aria-label={controlText.remove(choice.label)}>
                  <X aria-hidden="true" />
                </Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
            <Combobox.Input className={styles.input} placeholder={values.length === 0 ? placeholder : undefined} onBlur={leave} onKeyDown={onKeyDown} />
          </Combobox.Chips>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className={surface.positioner} anchor={box} align="start" sideOffset={4} collisionPadding={8}>
            <Combobox.Popup className={classes(surface.popup, styles.popup)}>
              <Combobox.List aria-label={field.label}>
                {(choice: TagChoice) => (
                  <Combobox.Item key={choice.value} value={choice} className={classes(surface.item, styles.item)}>
                    <span className={styles.label}>{choice.label}</span>
                    {choice.hint !== undefined && <span className={styles.hint}>{choice.hint}</span>}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Field>
  )
}
