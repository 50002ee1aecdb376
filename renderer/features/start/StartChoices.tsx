import { ClipboardPaste, FilePlus2, FolderOpen, FolderSync, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { startText } from '../../text/start.ts'
import { ChoiceButton } from '../../ui/ChoiceButton.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './StartChoices.module.css'

export interface StartChoicesProps {
  /** Side by side, where there is no list of plans beside them. */
  readonly isWide: boolean
  readonly onNew: () => void
  readonly onReadPage: () => void
  readonly onOpenFile: () => void
  /** Null where no folder can be opened. */
  readonly onOpenSharedFolder: (() => void) | null
  readonly onJoinThroughServer: () => void
}

/** The ways to a plan that is not on this computer yet. */
export function StartChoices({ isWide, onNew, onReadPage, onOpenFile, onOpenSharedFolder, onJoinThroughServer }: StartChoicesProps): ReactNode {
  return (
    <section aria-label={startText.choices} className={classes(styles.choices, isWide && styles.wide)}>
      <ChoiceButton styles={styles} icon={<FilePlus2 />} title={startText.newPlan} hint={startText.newPlanHint} className={styles.main} onChoose={onNew} />
      <ChoiceButton styles={styles} icon={<ClipboardPaste />} title={startText.readPage} hint={startText.readPageHint} keys="Ctrl+V" onChoose={onReadPage} />
      <ChoiceButton styles={styles} icon={<FolderOpen />} title={startText.openFile} hint={startText.openFileHint} keys="Ctrl+O" onChoose={onOpenFile} />
      <div className={styles.joins}>
        {onOpenSharedFolder !== null && <ChoiceButton styles={styles} icon={<FolderSync />} title={startText.openSharedFolder} hint={startText.openSharedFolderHint} onChoose={onOpenSharedFolder} />}
        <ChoiceButton styles={styles} icon={<Server />} title={startText.joinThroughServer} hint={startText.joinThroughServerHint} onChoose={onJoinThroughServer} />
      </div>
    </section>
  )
}
