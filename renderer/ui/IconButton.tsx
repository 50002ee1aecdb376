import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './IconButton.module.css'
import { ariaKeys } from './keys.ts'
import { useMac } from './mac.ts'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  /** The button's name for everyone: said by screen readers, shown as its tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly keys?: string | undefined
  readonly size?: 'small' | 'medium' | undefined
  /** For a button that stays down; leave out for one that only acts. */
  readonly pressed?: boolean | undefined
}

/** A button that shows an icon only. */
export function IconButton({ label, icon, keys, size = 'medium', pressed, className, ...rest }: IconButtonProps) {
  const mac = useMac()
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys({ keys, mac })}
        {...rest}
        className={classes(styles.button, size === 'small' && styles.small, className)}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
