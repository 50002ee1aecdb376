import type { ReactNode } from 'react'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './ShareDialogs.module.css'

/** Shown while a shared plan is read that isn't here yet. */
export function JoiningDialog({ from, onCancel }: { readonly from: string; readonly onCancel: () => void }): ReactNode {
  return (
    <Dialog open size="small" title={text.joining} description={text.joiningFrom(from)} onOpenChange={(open) => !open && onCancel()} footer={<Button onClick={onCancel}>{text.cancel}</Button>}>
      <div className={styles.progress} role="progressbar" aria-label={text.joining}>
        <span />
      </div>
    </Dialog>
  )
}
