import { Field as Base } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface FieldProps {
  readonly label: string
  /** Where the place says what it is: the label stays for screen readers. */
  readonly hideLabel?: boolean | undefined
  readonly description?: ReactNode
  /** What is wrong and what to do about it; `null` when nothing is. */
  readonly error?: string | null | undefined
  readonly className?: string | undefined
}

/** The label, the explanation and the complaint around one control. */
export function Field({ label, hideLabel = false, description, error = null, className, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <Base.Root className={classes(styles.field, className)} invalid={error !== null}>
      <Base.Label className={classes(!hideLabel && styles.label)}>{hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}</Base.Label>
      {children}
      {description !== undefined && <Base.Description className={styles.description}>{description}</Base.Description>}
      {error !== null && (
        <Base.Error className={styles.error} match>
          {error}
        </Base.Error>
      )}
    </Base.Root>
  )
}
