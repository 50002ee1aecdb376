import { Dialog } from '@base-ui/react/dialog'
import { closeAndRun } from './after-closing.ts'
import { CommandList, type CommandListProps } from './CommandList.tsx'
import type { CommandItem } from './command-item.ts'
import styles from './CommandPalette.module.css'
import { useOverlayFocus } from './use-overlay-focus.ts'

export interface CommandPaletteProps<Item extends CommandItem> extends CommandListProps<Item> {
  /** Asked to close, before a command runs, by Escape, or by a press outside: whoever shows it shows it no longer. */
  readonly onClose: () => void
}

/** A `CommandList` over the app. It closes before the command runs, so that the command finds the focus where it was. */
export function CommandPalette<Item extends CommandItem>({ onClose, onRun, ...list }: CommandPaletteProps<Item>) {
  const focus = useOverlayFocus()
  const run = (item: Item): void => closeAndRun({ close: onClose, run: () => onRun(item) })
  return (
    <Dialog.Root open onOpenChange={onClose}>
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
