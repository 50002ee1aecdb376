import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCopyTroubles } from '../../parts/use-copy-troubles.ts'
import { useBackups, useSession } from '../../state/session.tsx'
import styles from './BackupsScreen.module.css'
import { copySentences } from './copy-sentences.ts'

/** How it stands about the second copy, in a sentence for each half of it: what is wrong, and else what is known. */
export function CopyState(): ReactNode {
  const { today } = useSession()
  const backups = useBackups((state) => state.backups)
  const first = useBackups((state) => state.backups?.findIndex(({ at }) => at <= Date.now()) ?? -1)
  const troubles = useBackups((state) => state.troubles)
  const journalProvenAt = useBackups((state) => state.journalProvenAt)
  const sentences = copySentences({ past: first < 0 ? [] : (backups?.slice(first) ?? []), troubles, journalProvenAt, today: today() })
  return (
    <>
      {useCopyTroubles().map((trouble) => (
        <p key={trouble} className={styles.trouble}>
          <TriangleAlert aria-hidden="true" />
          {trouble}.
        </p>
      ))}
      {sentences.map(({ kind, text }) => (
        <p key={text} className={kind === 'bad' ? styles.trouble : styles.state} data-known={kind}>
          {kind === 'good' && <Check aria-hidden="true" />}
          {kind === 'bad' && <TriangleAlert aria-hidden="true" />}
          {text}
        </p>
      ))}
    </>
  )
}
