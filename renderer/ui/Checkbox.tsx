import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Checkbox.module.css'
import { classes } from './classes.ts'

export interface CheckboxProps {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Some of what it stands for is checked. */
  readonly mixed?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
}

export function Checkbox({ label, checked, onChange, mixed = false, disabled = false, className }: CheckboxProps) {
  return (
    <label className={classes(styles.row, disabled && styles.disabled, className)}>
      <Base.Root className={styles.box} checked={checked} indeterminate={mixed} disabled={disabled} onCheckedChange={(next) => onChange(next)}>
        <Base.Indicator className={styles.mark}>{mixed ? <Minus aria-hidden="true" /> : <Check aria-hidden="true" />}</Base.Indicator>
      </Base.Root>
      <span>{label}</span>
    </label>
  )
}
