import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { isUnsafe } from '../../state/backup-store.ts'
import { useCopyTroubles } from '../../parts/use-copy-troubles.ts'
import { useBackups, useSession } from '../../state/session.tsx'
import { copyLine } from '../../text/backups.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './StatusBar.module.css'

/** What keeps the second copy from being made, for as long as it does; leads to where one sees what there is. */
export function CopyTroubles(): ReactNode {
  const { ui } = useSession()
  const said = useCopyTroubles(useBackups(isUnsafe)).join('. ')
  if (said === '') return null
  return (
    <span className={styles.trouble} role="status" title={said}>
      <TriangleAlert aria-hidden="true" />
      <span className={styles.what}>{said}</span>
      <Button size="small" variant="quiet" onClick={() => ui.getState().goTo('backups')}>
        {copyLine.look}
      </Button>
    </span>
  )
}
