import type { ComponentPropsWithRef } from 'react'
import { Chevron } from './Chevron.tsx'
import { classes } from './classes.ts'
import styles from './TreeToggle.module.css'

export interface TreeToggleProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'onToggle' | 'aria-label'> {
  /** What it opens, by name. */
  readonly label: string
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
}

/** The button before a row that has rows beneath it. */
export function TreeToggle({ label, open, onToggle, className, ...rest }: TreeToggleProps) {
  return (
    <button type="button" {...rest} aria-label={label} aria-expanded={open} className={classes(styles.toggle, className)} onClick={() => onToggle(!open)}>
      <Chevron open={open} />
    </button>
  )
}
