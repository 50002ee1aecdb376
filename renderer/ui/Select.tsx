import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldProps } from './Field.tsx'
import { Kbd } from './Kbd.tsx'
import styles from './Select.module.css'
import surface from './Surface.module.css'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  readonly hint?: string | undefined
  readonly keys?: string | undefined
  readonly disabled?: boolean | undefined
}

export interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value | null
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly placeholder?: string | undefined
  /** `quiet` has no frame until the pointer is on it, for a value in a list of facts. */
  readonly variant?: 'framed' | 'quiet' | undefined
  readonly disabled?: boolean | undefined
}

/** One of several behind a button. Type-ahead and arrow keys choose. */
export function Select<Value extends string>({ value, options, onChange, placeholder, variant = 'framed', disabled = false, ...field }: SelectProps<Value>) {
  const chosen = options.find((option) => option.value === value)
  const change = (next: Value | null): void => {
    if (next !== null && next !== value) onChange(next)
  }
  return (
    <Field {...field}>
      <Base.Root<Value> value={value} onValueChange={change} items={options} modal={false} disabled={disabled}>
        <Base.Trigger className={classes(styles.trigger, styles[variant])}>
          {chosen?.icon !== undefined && <span className={styles.icon}>{chosen.icon}</span>}
          <Base.Value className={styles.value}>{chosen?.label ?? <span className={styles.placeholder}>{placeholder}</span>}</Base.Value>
          <Base.Icon className={styles.chevrons}>
            <ChevronsUpDown />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner className={surface.positioner} alignItemWithTrigger={false} align="start" sideOffset={4} collisionPadding={8}>
            <Base.Popup className={classes(surface.popup, styles.popup)}>
              <Base.List>
                {options.map((option) => (
                  <Base.Item key={option.value} value={option.value} label={option.label} disabled={option.disabled ?? false} className={classes(surface.item, styles.item)}>
                    {option.icon !== undefined && <span className={styles.icon}>{option.icon}</span>}
                    <Base.ItemText className={styles.label}>{option.label}</Base.ItemText>
                    {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
                    <span className={styles.mark}>
                      <Base.ItemIndicator render={<Check aria-hidden="true" />} />
                    </span>
                    {option.keys !== undefined && (
                      <span aria-hidden="true">
                        <Kbd keys={option.keys} plain className={styles.keys} />
                      </span>
                    )}
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  )
}
