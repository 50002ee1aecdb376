import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import type { MenuEntries } from './menu-entry.ts'
import { MenuList } from './MenuList.tsx'
import { classes } from './classes.ts'
import styles from './MenuList.module.css'
import surface from './Surface.module.css'

export interface MenuProps {
  readonly entries: MenuEntries
  /** The button that opens it: `Button`, `IconButton`, `Chip`. Left out where a command opens it at an `anchor`. */
  readonly trigger?: ReactElement | undefined
  readonly anchor?: Element | (() => Element | null) | null | undefined
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  /** The menu's name, where no trigger gives it one. */
  readonly label?: string | undefined
  readonly side?: 'bottom' | 'top' | 'right' | 'left' | undefined
  readonly align?: 'start' | 'center' | 'end' | undefined
}

/** Things to do, behind a button or at an element. Arrow keys, type-ahead, submenus by the arrow to the right. */
export function Menu({ entries, trigger, anchor, open, onOpenChange, label, side = 'bottom', align = 'start' }: MenuProps) {
  return (
    <Base.Root {...(open !== undefined && { open })} onOpenChange={(next) => onOpenChange?.(next)} modal={false}>
      {trigger !== undefined && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner className={surface.positioner} anchor={anchor ?? undefined} side={side} align={align} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={classes(surface.popup, styles.popup)} aria-label={label}>
            <MenuList entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
