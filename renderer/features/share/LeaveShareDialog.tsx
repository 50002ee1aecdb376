import type { ReactNode } from 'react'
import { placeName } from '../../parts/place-name.ts'
import type { OpenShare } from '../../state/share-store.ts'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import styles from './ShareDialogs.module.css'

export interface LeaveShareDialogProps {
  readonly share: OpenShare
  /** Changes made here that aren't there yet. */
  readonly waiting: number
  /** Whether there may be more of them: after a start in which the place can't be reached only those made since are known. */
  readonly mayWait: boolean
  readonly onLeave: () => void
  readonly onClose: () => void
}

/** Says what stays before a share is left: all of it. */
export function LeaveShareDialog({ share, waiting, mayWait, onLeave, onClose }: LeaveShareDialogProps): ReactNode {
  return (
    <ConfirmDialog title={text.leaveTitle} description={text.leaveDescription(placeName(share))} cancel={text.cancel} confirm={text.leave} isDanger onConfirm={onLeave} onClose={onClose}>
      <div className={styles.fields}>
        <p>
          {text.leaveKeeps} {share.kind === 'folder' ? text.leaveFolder : text.leaveServer}
        </p>
        <p>{text.leaveAgain}</p>
        {(waiting > 0 || mayWait) && <p className={styles.leaves}>{waiting > 0 ? text.leaveWaiting(waiting) : text.leaveUnknown}</p>}
      </div>
    </ConfirmDialog>
  )
}
