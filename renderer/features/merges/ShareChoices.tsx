import { FileOutput, FolderSync, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { shareText } from '../../text/share.ts'
import { ChoiceButton } from '../../ui/ChoiceButton.tsx'
import styles from './ShareChoices.module.css'
import sideStyles from './ShareSide.module.css'

export interface ShareChoicesProps {
  readonly onFolder: () => void
  readonly onServer: () => void
  readonly onExport: () => void
}

/** The ways to share a plan that isn't shared, each with what it means. */
export function ShareChoices({ onFolder, onServer, onExport }: ShareChoicesProps): ReactNode {
  return (
    <section className={sideStyles.share} aria-labelledby="share-state">
      <h2 id="share-state" className={sideStyles.heading}>
        {shareText.notShared}
      </h2>
      <p className={sideStyles.hint}>{shareText.notSharedHint}</p>
      <div className={styles.choices}>
        <ChoiceButton styles={styles} icon={<FolderSync />} title={shareText.folder} hint={shareText.folderHint} onChoose={onFolder} />
        <ChoiceButton styles={styles} icon={<Server />} title={shareText.server} hint={shareText.serverHint} onChoose={onServer} />
        <ChoiceButton styles={styles} icon={<FileOutput />} title={shareText.file} hint={shareText.fileHint} keys="Ctrl+E" plainKeys onChoose={onExport} />
      </div>
    </section>
  )
}
