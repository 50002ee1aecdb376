import { Field as Base } from '@base-ui/react/field'
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldProps } from './Field.tsx'
import styles from './TextField.module.css'

export interface TextFieldProps extends FieldProps, Omit<ComponentPropsWithRef<'input'>, 'value' | 'defaultValue' | 'onChange' | 'className' | 'size'> {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Offered while one types; anything else may be typed as well. */
  readonly suggestions?: readonly string[] | undefined
  /** Inside the field, before and after the text: an icon, keys. */
  readonly start?: ReactNode
  readonly end?: ReactNode
}

/** One line of text, told at each letter. */
export function TextField({ label, hideLabel, description, error, className, value, onChange, suggestions, start, end, ...input }: TextFieldProps) {
  const list = useId()
  return (
    <Field label={label} hideLabel={hideLabel} description={description} error={error} className={className}>
      <span className={classes(styles.box, start !== undefined && styles.hasStart)}>
        {start !== undefined && <span className={styles.start}>{start}</span>}
        <Base.Control type="text" {...(suggestions !== undefined && { list })} {...input} className={styles.input} value={value} onValueChange={(next) => onChange(next)} />
        {suggestions !== undefined && (
          <datalist id={list}>
            {suggestions.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        )}
        {end !== undefined && <span className={styles.end}>{end}</span>}
      </span>
    </Field>
  )
}
