import { useId, useState, type ReactNode } from 'react'
import type { GoalId } from '../../../shared/model/ids.ts'
import { isLive, recordOf } from '../../../shared/plan/plan-view.ts'
import { Comparison } from '../../parts/comparison/Comparison.tsx'
import { openToday } from '../../parts/open-today.ts'
import { useSession } from '../../state/session.tsx'
import { backupText } from '../../text/backups.ts'
import { formatMoment } from '../../text/dates.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useToast } from '../../ui/toaster.ts'
import styles from './BackupsScreen.module.css'
import { RestoreDialog } from './RestoreDialog.tsx'
import { usePickedBackup } from './use-picked-backup.ts'

export interface BackupPaneProps {
  readonly onRestore: (name: string) => void
  readonly onCopy: (name: string) => void
  readonly onSave: (name: string) => void
}

/** What has changed since the backup that is picked, and what can be done with it. */
export function BackupPane({ onRestore, onCopy, onSave }: BackupPaneProps): ReactNode {
  const session = useSession()
  const toaster = useToast()
  const heading = useId()
  const [isAsking, setAsking] = useState(false)
  const picked = usePickedBackup()
  if (picked.kind === 'none') return <p className={styles.hint}>{backupText.pick}</p>
  if (picked.kind === 'reading') return <p className={styles.hint}>{backupText.reading}</p>
  if (picked.kind === 'failed') {
    return (
      <EmptyState title={backupText.notRead}>
        <span role="alert">{picked.why}</span>
      </EmptyState>
    )
  }
  const { backup, comparison, counts } = picked
  const goTo = (id: GoalId): void => {
    if (isLive(session.plan.getState().view, id)) return openToday(session, id)
    const title = (recordOf(comparison.after, id) ?? recordOf(comparison.before, id))?.title ?? ''
    return void toaster.show({ id: 'goneGoal', text: backupText.goneGoal(title === '' ? backupText.untitled : title) })
  }
  const restore = (): void => {
    setAsking(false)
    onRestore(backup.name)
  }
  return (
    <section aria-labelledby={heading} className={styles.comparison}>
      <div className={styles.compared}>
        <h2 id={heading} className={styles.heading}>
          {backupText.compared(formatMoment(backup.at))}
        </h2>
        <div className={styles.tools} data-print="hide">
          <Button variant="quiet" size="small" onClick={() => session.backups.getState().pick(null)}>
            {backupText.unpick}
          </Button>
          <Button size="small" onClick={() => onSave(backup.name)}>
            {backupText.export}
          </Button>
          <Button size="small" onClick={() => onCopy(backup.name)}>
            {backupText.copy}
          </Button>
          <Button size="small" variant="primary" onClick={() => setAsking(true)}>
            {backupText.restore}
          </Button>
        </div>
      </div>
      <Comparison comparison={comparison} onGoal={goTo} />
      {isAsking && <RestoreDialog backup={backup} counts={counts} onClose={() => setAsking(false)} onRestore={restore} />}
    </section>
  )
}
