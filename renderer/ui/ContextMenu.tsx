import { ContextMenu as Base } from '@base-ui/react/context-menu'
import type { ReactElement } from 'react'
import type { MenuEntries } from './menu-entry.ts'
import { MenuList } from './MenuList.tsx'
import { classes } from './classes.ts'
import styles from './MenuList.module.css'
import surface from './Surface.module.css'

export interface ContextMenuProps {
  /** Best given as a function: it is called when the menu opens, after `onContextMenu` of the element has run. */
  readonly entries: MenuEntries
  readonly label?: string | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  /** The one element it belongs to: a card, or a list that notes what was pressed. */
  readonly children: ReactElement
}

/** The menu of the other mouse button, of the menu key and of Shift+F10. Whatever it holds, some key does as well. */
export function ContextMenu({ entries, label, onOpenChange, children }: ContextMenuProps) {
  return (
    <Base.Root onOpenChange={(open) => onOpenChange?.(open)}>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className={surface.positioner} collisionPadding={8}>
          <Base.Popup className={classes(surface.popup, styles.popup)} aria-label={label}>
            <MenuList entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
