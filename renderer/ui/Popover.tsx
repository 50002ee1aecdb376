import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Popover.module.css'
import surface from './Surface.module.css'

export interface PopoverProps {
  /** The button that opens it: `Button`, `IconButton`, `Chip`. */
  readonly trigger: ReactElement
  readonly label: string
  /** Shows the label as a heading. */
  readonly titled?: boolean | undefined
  readonly children: ReactNode
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  readonly side?: 'bottom' | 'top' | 'right' | 'left' | undefined
  readonly align?: 'start' | 'center' | 'end' | undefined
  readonly className?: string | undefined
}

/** A small surface with controls of its own, at the button that opens it. */
export function Popover({ trigger, label, titled = false, children, open, onOpenChange, side = 'bottom', align = 'start', className }: PopoverProps) {
  return (
    <Base.Root {...(open !== undefined && { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={surface.positioner} side={side} align={align} sideOffset={6} collisionPadding={8}>
          <Base.Popup className={classes(surface.popup, styles.popup, className)} {...(!titled && { 'aria-label': label })}>
            {titled && <Base.Title className={styles.title}>{label}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
