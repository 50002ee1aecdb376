import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Switch.module.css'

export interface SwitchProps {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
}

/** On or off, at once. */
export function Switch({ label, checked, onChange, disabled = false, className }: SwitchProps) {
  return (
    <label className={classes(styles.row, disabled && styles.disabled, className)}>
      <Base.Root className={styles.track} checked={checked} disabled={disabled} onCheckedChange={(next) => onChange(next)}>
        <Base.Thumb className={styles.thumb} />
      </Base.Root>
      <span>{label}</span>
    </label>
  )
}
