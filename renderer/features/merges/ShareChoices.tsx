import { FileOutput, FolderSync, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { shareText } from '../../text/share.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './ShareSide.module.css'

export interface ShareChoicesProps {
  readonly onFolder: () => void
  readonly onServer: () => void
  readonly onExport: () => void
}

/** The ways to share a plan that isn't shared, each with what it means. */
export function ShareChoices({ onFolder, onServer, onExport }: ShareChoicesProps): ReactNode {
  return (
    <section className={styles.share} aria-labelledby="share-state">
      <h2 id="share-state" className={styles.heading}>
        {shareText.notShared}
      </h2>
      <p className={styles.hint}>{shareText.notSharedHint}</p>
      <div className={styles.choices}>
        <Choice icon={<FolderSync />} title={shareText.folder} hint={shareText.folderHint} onChoose={onFolder} />
        <Choice icon={<Server />} title={shareText.server} hint={shareText.serverHint} onChoose={onServer} />
        <Choice icon={<FileOutput />} title={shareText.file} hint={shareText.fileHint} keys="Ctrl+E" onChoose={onExport} />
      </div>
    </section>
  )
}

interface ChoiceProps {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly keys?: string
  readonly onChoose: () => void
}

function Choice({ icon, title, hint, keys, onChoose }: ChoiceProps): ReactNode {
  return (
    <button type="button" className={styles.choice} onClick={onChoose}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span>
        <span className={styles.choiceTitle}>
          {title}
          {keys !== undefined && (
            <span aria-hidden="true" className={styles.keys}>
              <Kbd keys={keys} plain />
            </span>
          )}
        </span>
        <span className={styles.choiceHint}>{hint}</span>
      </span>
    </button>
  )
}
