import { Dialog } from '@base-ui/react/dialog'
import { closeAndRun } from './after-closing.ts'
import { CommandList, type CommandListProps } from './CommandList.tsx'
import type { CommandItem } from './command-item.ts'
import styles from './CommandPalette.module.css'
import { useOverlayFocus } from './use-overlay-focus.ts'

export interface CommandPaletteProps<Item extends CommandItem> extends CommandListProps<Item> {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** A `CommandList` over the app. It closes before the command runs, so that the command finds the focus where it was. */
export function CommandPalette<Item extends CommandItem>({ open, onOpenChange, onRun, ...list }: CommandPaletteProps<Item>) {
  const focus = useOverlayFocus()
  const run = (item: Item): void => closeAndRun({ close: () => onOpenChange(false), run: () => onRun(item) })
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup {...focus} data-overlay className={styles.popup} aria-label={list.label}>
            <CommandList {...list} onRun={run} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
