import { useEffect, useState, type ReactNode } from 'react'
import type { PlanId } from '../../shared/model/ids.ts'
import type { ListedBackup } from '../data/plan-backups.ts'
import { BackupList } from '../parts/BackupList.tsx'
import { backupText } from '../text/backups.ts'
import { Button } from '../ui/Button.tsx'
import type { App } from './create-app.ts'
import styles from './RescueBackups.module.css'

/** The backups of a plan that can't be opened, each to go on with as a copy, or to save elsewhere. Nothing where there are none. */
export function RescueBackups({ app, plan }: { readonly app: Pick<App, 'listBackups' | 'openBackupCopy' | 'saveBackup'>; readonly plan: PlanId }): ReactNode {
  const [backups, setBackups] = useState<readonly ListedBackup[]>([])
  useEffect(() => {
    let isWanted = true
    void app.listBackups(plan).then((list) => isWanted && setBackups(list))
    return () => {
      isWanted = false
    }
  }, [app, plan])
  if (backups.length === 0) return null
  return (
    <section className={styles.rescue} aria-label={backupText.rescue}>
      <h2 className={styles.heading}>{backupText.rescue}</h2>
      <p className={styles.hint}>{backupText.rescueHint}</p>
      <BackupList
        backups={backups}
        actionsOf={({ name }) => (
          <>
            <Button size="small" variant="quiet" onClick={() => app.saveBackup({ plan, name })}>
              {backupText.export}
            </Button>
            <Button size="small" onClick={() => app.openBackupCopy({ plan, name })}>
              {backupText.copy}
            </Button>
          </>
        )}
      />
    </section>
  )
}
