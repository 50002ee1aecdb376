import { Field as Base } from '@base-ui/react/field'
import type { ComponentPropsWithRef } from 'react'
import { controlText } from '../text/controls.ts'
import { classes } from './classes.ts'
import { Field, type FieldProps } from './Field.tsx'
import styles from './TextArea.module.css'

export interface TextAreaProps extends FieldProps, Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'defaultValue' | 'onChange' | 'className' | 'rows'> {
  readonly value: string
  readonly onChange: (value: string) => void
  /** The least height; it grows with the text up to `maxRows`, then scrolls. */
  readonly rows?: number | undefined
  readonly maxRows?: number | undefined
  /** For text whose letters must stand under each other, such as a pasted page. */
  readonly mono?: boolean | undefined
}

/** Several lines of text. */
export function TextArea({ label, hideLabel, description, error, className, value, onChange, rows = 3, maxRows = 18, mono = false, ...area }: TextAreaProps) {
  // the browser cuts what is pasted beyond the limit, and says nothing
  const full = area.maxLength !== undefined && value.length >= area.maxLength ? controlText.full(area.maxLength) : null
  return (
    <Field label={label} hideLabel={hideLabel} description={description} error={error ?? full} className={className}>
      <Base.Control
        render={<textarea {...area} rows={rows} />}
        className={classes(styles.area, mono && styles.mono)}
        style={{ minHeight: `calc(${rows}lh + 16px)`, maxHeight: `calc(${maxRows}lh + 16px)` }}
        value={value}
        onValueChange={(next) => onChange(next)}
      />
    </Field>
  )
}
