import { Dialog } from '@base-ui/react/dialog'
import { useRef } from 'react'
import { CommandList, type CommandListProps } from './CommandList.tsx'
import type { CommandItem } from './command-item.ts'
import styles from './CommandPalette.module.css'
import { focusAfter } from './focus-home.ts'

export interface CommandPaletteProps<Item extends CommandItem> extends CommandListProps<Item> {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** A `CommandList` over the app. It closes before the command runs, so that the command finds the focus where it was. */
export function CommandPalette<Item extends CommandItem>({ open, onOpenChange, onRun, ...list }: CommandPaletteProps<Item>) {
  const before = useRef<Element | null>(null)
  const takeFocus = (): true => {
    before.current = document.activeElement
    return true
  }
  const run = (item: Item): void => {
    onOpenChange(false)
    // After the focus has gone back: a command may want it elsewhere.
    requestAnimationFrame(() => requestAnimationFrame(() => onRun(item)))
  }
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup data-overlay className={styles.popup} aria-label={list.label} initialFocus={takeFocus} finalFocus={() => focusAfter(before.current)}>
            <CommandList {...list} onRun={run} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
