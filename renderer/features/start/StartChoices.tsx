import { ClipboardPaste, FilePlus2, FolderOpen, FolderSync, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { startText } from '../../text/start.ts'
import { classes } from '../../ui/classes.ts'
import { Kbd } from '../../ui/Kbd.tsx'
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
      <Choice icon={<FilePlus2 />} title={startText.newPlan} hint={startText.newPlanHint} isMain onChoose={onNew} />
      <Choice icon={<ClipboardPaste />} title={startText.readPage} hint={startText.readPageHint} keys="Ctrl+V" onChoose={onReadPage} />
      <Choice icon={<FolderOpen />} title={startText.openFile} hint={startText.openFileHint} keys="Ctrl+O" onChoose={onOpenFile} />
      <div className={styles.joins}>
        {onOpenSharedFolder !== null && <Choice icon={<FolderSync />} title={startText.openSharedFolder} hint={startText.openSharedFolderHint} onChoose={onOpenSharedFolder} />}
        <Choice icon={<Server />} title={startText.joinThroughServer} hint={startText.joinThroughServerHint} onChoose={onJoinThroughServer} />
      </div>
    </section>
  )
}

interface ChoiceProps {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly keys?: string
  readonly isMain?: boolean
  readonly onChoose: () => void
}

function Choice({ icon, title, hint, keys, isMain = false, onChoose }: ChoiceProps): ReactNode {
  return (
    <button type="button" className={classes(styles.choice, isMain && styles.main)} onClick={onChoose}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          {title}
          {keys !== undefined && (
            <span aria-hidden="true" className={styles.keys}>
              <Kbd keys={keys} />
            </span>
          )}
        </span>
        <span className={styles.hint}>{hint}</span>
      </span>
    </button>
  )
}
