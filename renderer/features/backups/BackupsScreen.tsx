import { Check, DatabaseBackup, TriangleAlert } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { BackupList } from '../../parts/BackupList.tsx'
import { useCopyTroubles } from '../../parts/use-copy-troubles.ts'
import { newestBefore } from '../../state/backup-store.ts'
import { useBackups, usePlan, useSession } from '../../state/session.tsx'
import { backupText, shortMoment } from '../../text/backups.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BackupPane, type BackupPaneProps } from './BackupPane.tsx'
import styles from './BackupsScreen.module.css'

export interface BackupsScreenProps extends BackupPaneProps {
  readonly onMake: () => void
}

/** The backups of the plan: how it stands about them, what each holds, and the way back to one. */
export function BackupsScreen({ onMake, ...pane }: BackupsScreenProps): ReactNode {
  const { backups: store } = useSession()
  const backups = useBackups((state) => state.backups)
  const failure = useBackups((state) => state.failure)
  const picked = useBackups((state) => state.picked)
  useListed()
  const pick = (name: string): void => store.getState().pick(name === picked ? null : name)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
    <main className={styles.screen} aria-label={backupText.label} tabIndex={-1}>
      <div className={styles.page}>
        <Head onMake={onMake} />
        {failure !== null && <p role="alert">{backupText.notListed(failure)}</p>}
        {backups?.length === 0 && failure === null && <EmptyState title={backupText.none}>{backupText.noneHint}</EmptyState>}
        {backups !== null && backups.length > 0 && (
          <div className={styles.body}>
            <BackupList backups={backups} picked={picked} onPick={pick} />
            <BackupPane {...pane} />
          </div>
        )}
      </div>
    </main>
  )
}

function Head({ onMake }: Pick<BackupsScreenProps, 'onMake'>): ReactNode {
  const title = usePlan((state) => state.view.plan?.title)
  const isMaking = useBackups((state) => state.isMaking)
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h1 className={styles.title}>
          {backupText.label} <span className={styles.plan}>{title}</span>
        </h1>
        <CopyState />
        <p className={styles.hint}>{backupText.hint}</p>
      </div>
      <div className={styles.tools} data-print="hide">
        <Button variant="primary" icon={<DatabaseBackup />} aria-disabled={isMaking} onClick={() => !isMaking && onMake()}>
          {backupText.make}
        </Button>
      </div>
    </header>
  )
}

/** How it stands about the second copy, in a sentence for each half of it that is not as it should be. */
function CopyState(): ReactNode {
  const { today } = useSession()
  const newest = useBackups((state) => newestBefore(state.backups, Date.now()))
  const troubles = useCopyTroubles()
  if (troubles.length > 0) {
    return troubles.map((trouble) => (
      <p key={trouble} className={styles.trouble}>
        <TriangleAlert aria-hidden="true" />
        {trouble}.
      </p>
    ))
  }
  return (
    <p className={styles.state}>
      {newest !== null && <Check aria-hidden="true" />}
      {newest === null ? backupText.state.none : backupText.state.fine(shortMoment(newest, today()))}
    </p>
  )
}

/** Another window may have made one; who comes back to this one sees it. */
function useListed(): void {
  const { backups } = useSession()
  useEffect(() => {
    const look = (): void => void (document.visibilityState === 'visible' && backups.getState().load())
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [backups])
}
