import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'
import { Kbd } from './Kbd.tsx'
import { ariaKeys } from './keys.ts'
import { useMac } from './mac.ts'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` once per surface at most; `quiet` where a frame would be noise. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger' | undefined
  readonly size?: 'small' | 'medium' | undefined
  readonly icon?: ReactNode
  /** Shown at the end and told to screen readers; the button itself does not listen to them. */
  readonly keys?: string | undefined
}

/** A button with words. Takes everything a `<button>` takes, so it can be the trigger of a menu or a popover. */
export function Button({ variant = 'plain', size = 'medium', icon, keys, className, children, ...rest }: ButtonProps) {
  const mac = useMac()
  return (
    <button
      type="button"
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys({ keys, mac })}
      {...rest}
      className={classes(styles.button, styles[variant], size === 'small' && styles.small, className)}
    >
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      {children}
      {keys !== undefined && (
        <span className={styles.keys} aria-hidden="true">
          <Kbd keys={keys} plain />
        </span>
      )}
    </button>
  )
}
