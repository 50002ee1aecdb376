import { DatabaseBackup } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { BackupList } from '../../parts/BackupList.tsx'
import { useBackups, usePlan, useSession } from '../../state/session.tsx'
import { backupText } from '../../text/backups.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BackupPane, type BackupPaneProps } from './BackupPane.tsx'
import styles from './BackupsScreen.module.css'
import { CopyState } from './CopyState.tsx'

export interface BackupsScreenProps extends BackupPaneProps {
  readonly onMake: () => void
}

/** The backups of the plan: how it stands about them, what each holds, and the way back to one. */
export function BackupsScreen({ onMake, ...pane }: BackupsScreenProps): ReactNode {
  const { backups: store } = useSession()
  const backups = useBackups((state) => state.backups)
  const failure = useBackups((state) => state.failure)
  const picked = useBackups((state) => state.picked)
  // why there is none is said above
  const isFailing = useBackups((state) => state.troubles.backups !== null)
  useListed()
  const pick = (name: string): void => store.getState().pick(name === picked ? null : name)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
    <main className={styles.screen} aria-label={backupText.label} tabIndex={-1}>
      <div className={styles.page}>
        <Head onMake={onMake} />
        {failure !== null && <p role="alert">{backupText.notListed(failure)}</p>}
        {backups?.length === 0 && failure === null && !isFailing && <EmptyState title={backupText.none}>{backupText.noneHint}</EmptyState>}
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

const proveAfterMs = 300

/** Another window may have made one; who comes back to this one sees it. */
function useListed(): void {
  const { backups } = useSession()
  useEffect(() => {
    const look = (): void => void (document.visibilityState === 'visible' && backups.getState().load())
    look()
    // once it is drawn: what is said of the newest is what was read of it
    const proof = setTimeout(() => void backups.getState().prove(), proveAfterMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(proof)
      document.removeEventListener('visibilitychange', look)
    }
  }, [backups])
}
