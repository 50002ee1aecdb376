import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useBackups, useSession } from '../state/session.tsx'
import { mendedText } from '../text/mended.ts'
import { Button } from '../ui/Button.tsx'
import styles from './MendedNotice.module.css'

/** What happened to the stored plan, in one calm sentence, until the person has read it. */
export function MendedNotice(): ReactNode {
  const { backups, ui } = useSession()
  const mended = useBackups((state) => state.mended)
  if (mended === null) return null
  return (
    <p className={styles.notice} role="status" data-mended={mended.isWhole ? 'whole' : 'part'}>
      <ShieldCheck aria-hidden="true" />
      <span>{mended.isWhole ? mendedText.whole(mended) : mendedText.part(mended)}</span>
      {!mended.isWhole && (
        <Button size="small" onClick={() => ui.getState().show('backups')}>
          {mendedText.backups}
        </Button>
      )}
      <Button size="small" onClick={() => backups.setState({ mended: null })}>
        {mendedText.understood}
      </Button>
    </p>
  )
}
