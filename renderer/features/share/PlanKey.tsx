import type { ReactNode } from 'react'
import { shareDialogText as text } from '../../text/share-dialogs.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/toaster.ts'
import styles from './ShareDialogs.module.css'

/** The plan's id, for whoever gives the rights to it on the server before it is shared there. */
export function PlanKey({ planKey }: { readonly planKey: string }): ReactNode {
  const toaster = useToast()
  const copy = (): void => {
    void navigator.clipboard.writeText(planKey).then(
      () => toaster.show({ id: 'key-copied', text: text.keyCopied }),
      () => toaster.show({ id: 'key-copied', text: text.keyNotCopied }),
    )
  }
  return (
    <div className={styles.key}>
      <p className={styles.why}>
        {text.planKey} <code className={styles.code}>{planKey}</code>
      </p>
      <Button size="small" variant="quiet" onClick={copy}>
        {text.copyKey}
      </Button>
    </div>
  )
}
