import type { ReactNode } from 'react'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import styles from './ShareDialogs.module.css'

export interface JoinMineDialogProps {
  readonly title: string
  /** What the plan is called where it is shared. */
  readonly called: string
  readonly place: string
  /** Where it is shared until now. */
  readonly leaves: string | null
  readonly onJoin: () => void
  readonly onCancel: () => void
}

/** Says before a plan that is here goes out to a place which says that it is of this plan. */
export function JoinMineDialog({ title, called, place, leaves, onJoin, onCancel }: JoinMineDialogProps): ReactNode {
  return (
    <ConfirmDialog title={text.mineTitle} description={text.mineIs(title, place)} cancel={text.cancel} confirm={text.joinMine} onConfirm={onJoin} onClose={onCancel}>
      <div className={styles.fields}>
        {called !== title && <p>{text.mineCalled(called)}</p>}
        <p>{text.mineOut}</p>
        {leaves !== null && <p>{text.mineLeaves(leaves)}</p>}
      </div>
    </ConfirmDialog>
  )
}
