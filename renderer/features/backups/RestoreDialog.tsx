import type { ReactNode } from 'react'
import type { Backup } from '../../../shared/copies/backup-name.ts'
import type { RestoreCounts, RestoredKinds } from '../../../shared/edits/restore-counts.ts'
import { backupText } from '../../text/backups.ts'
import { formatMoment } from '../../text/dates.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './BackupsScreen.module.css'

export interface RestoreDialogProps {
  readonly backup: Backup
  readonly counts: RestoreCounts
  readonly onClose: () => void
  readonly onRestore: () => void
}

/** Says what restoring will change, before it does. */
export function RestoreDialog({ backup, counts, onClose, onRestore }: RestoreDialogProps): ReactNode {
  const sentences = sentencesOf(counts)
  const isNothing = sentences.length === 0
  return (
    <Dialog
      open
      size="small"
      title={backupText.restoreTitle(formatMoment(backup.at))}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{backupText.cancel}</Button>
          <Button variant="primary" disabled={isNothing} onClick={onRestore}>
            {backupText.restoreNow}
          </Button>
        </>
      }
    >
      {isNothing ? (
        <p>{backupText.restoreNothing}</p>
      ) : (
        <div className={styles.words}>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>{backupText.restoreHint}</p>
        </div>
      )}
    </Dialog>
  )
}

function sentencesOf({ goes, back, changed }: RestoreCounts): readonly string[] {
  const parts = [
    [goes, backupText.restoreGoes],
    [back, backupText.restoreBack],
    [changed, backupText.restoreChanged],
  ] as const
  return parts.flatMap(([kinds, say]) => {
    const what = kindsText(kinds)
    return what === '' ? [] : [say(what)]
  })
}

function kindsText(kinds: RestoredKinds): string {
  return backupText.listed((['goal', 'note', 'other'] as const).filter((kind) => kinds[kind] > 0).map((kind) => backupText.kinds[kind](kinds[kind])))
}
