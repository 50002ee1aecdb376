import { X } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { controlText } from '../text/controls.ts'
import styles from './Chip.module.css'
import { classes } from './classes.ts'

export interface ChipProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly label: string
  /** On or off; leave out where the chip only opens something. */
  readonly pressed?: boolean | undefined
  readonly onPressedChange?: ((pressed: boolean) => void) | undefined
  readonly count?: number | undefined
  /** Shows a cross that takes the chip away. */
  readonly onRemove?: (() => void) | undefined
  /** Drawn as on without being a toggle, for a filter that is set. */
  readonly active?: boolean | undefined
}

/** A small round switch for filters. Takes what a `<button>` takes, so it can open a menu or a popover. */
export function Chip({ label, pressed, onPressedChange, count, onRemove, active = false, className, onClick, ...rest }: ChipProps) {
  const isOn = pressed === true || active
  return (
    <span className={classes(styles.chip, isOn && styles.on, className)}>
      <button
        type="button"
        aria-pressed={pressed}
        {...rest}
        className={styles.toggle}
        onClick={(event) => {
          onClick?.(event)
          onPressedChange?.(pressed !== true)
        }}
      >
        {label}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </button>
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} aria-label={controlText.remove(label)} onClick={onRemove}>
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
