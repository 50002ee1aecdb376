import type { ReactNode } from 'react'
import { useCopy } from '../../parts/use-copy.ts'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ShareDialogs.module.css'

/** The plan's id, for whoever gives the rights to it on the server before it is shared there. */
export function PlanKey({ planKey }: { readonly planKey: string }): ReactNode {
  const copy = useCopy({ id: 'key-copied', copied: text.keyCopied, notCopied: text.keyNotCopied })
  return (
    <div className={styles.key}>
      <p className={styles.why}>
        {text.planKey} <code className={styles.code}>{planKey}</code>
      </p>
      <Button size="small" variant="quiet" onClick={() => copy(planKey)}>
        {text.copyKey}
      </Button>
    </div>
  )
}
