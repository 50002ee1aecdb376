import { useState, type ReactNode } from 'react'
import { placeName } from '../../parts/place-name.ts'
import type { OpenShare } from '../../state/share-store.ts'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Refused } from './Refused.tsx'
import styles from './ShareDialogs.module.css'

export interface ShareFolderDialogProps {
  /** What the folder will be called. */
  readonly name: string
  /** The share that ends with it. */
  readonly leaves: OpenShare | null
  /** False where no folder can be chosen here. */
  readonly handsOutFolders: boolean
  /** Why it can't be, in a sentence; null where it is, or none was chosen. */
  readonly onChoose: () => Promise<string | null>
  readonly onServer: () => void
  readonly onExport: () => void
  readonly onClose: () => void
}

/** Says what sharing through a folder means before one is chosen; where none can be, what can be done instead. */
export function ShareFolderDialog(props: ShareFolderDialogProps): ReactNode {
  return props.handsOutFolders ? <Choose {...props} /> : <NoFolders {...props} />
}

function Choose({ name, leaves, onChoose, onClose }: ShareFolderDialogProps): ReactNode {
  const [isChoosing, setChoosing] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const choose = (): void => {
    if (isChoosing) return
    setChoosing(true)
    void onChoose().then((refused) => {
      setWhy(refused)
      setChoosing(false)
    })
  }
  return (
    <Dialog
      open
      title={text.folderTitle}
      description={text.folderDescription}
      onOpenChange={(open) => !open && onClose()}
      onSubmit={choose}
      footerHint={text.chooseHint}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          {/* switched off in earnest it would lose the focus, and Enter would choose no more */}
          <Button type="submit" variant="primary" aria-disabled={isChoosing}>
            {isChoosing ? text.choosing : text.choose}
          </Button>
        </>
      }
    >
      <ol className={styles.steps}>
        {text.folderSteps(name).map(({ what, why: reason }) => (
          <li key={what} className={styles.step}>
            <p className={styles.what}>{what}</p>
            <p className={styles.why}>{reason}</p>
          </li>
        ))}
      </ol>
      {leaves !== null && <p className={styles.leaves}>{text.leaves(placeName(leaves))}</p>}
      <Refused why={why} />
    </Dialog>
  )
}

function NoFolders({ onServer, onExport, onClose }: ShareFolderDialogProps): ReactNode {
  const exportFile = (): void => {
    onClose()
    onExport()
  }
  return (
    <Dialog
      open
      size="small"
      title={text.noFolders}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={exportFile}>{text.export}</Button>
          <Button variant="primary" onClick={onServer}>
            {text.serverTitle.share}…
          </Button>
        </>
      }
    >
      <p>{text.noFoldersWhy}</p>
    </Dialog>
  )
}
