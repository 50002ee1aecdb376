import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { isUnsafe } from '../../state/backup-store.ts'
import { useBackups, usePlan, useSession } from '../../state/session.tsx'
import { savingText } from '../../text/board.ts'
import { commandLabels } from '../../text/commands.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './StatusBar.module.css'

export interface SavingProps {
  readonly onExport: () => void
  /** Tries again to write the second copy. */
  readonly onRetryCopy: () => void
}

/** What is on this computer's disk of what is seen; where something isn't, or not safely, what can be done. */
export function Saving({ onExport, onRetryCopy }: SavingProps): ReactNode {
  const { plan } = useSession()
  const unsafe = useBackups(isUnsafe)
  const saving = usePlan((state) => state.saving)
  const isSaved = saving.kind === 'saved'
  const isFailed = saving.kind === 'failed'
  if (!isFailed && !unsafe) {
    return (
      <span className={isSaved ? styles.saved : undefined} data-saving={saving.kind}>
        {isSaved && <Check aria-hidden="true" />}
        {isSaved ? savingText.saved : savingText.saving(saving.waiting)}
      </span>
    )
  }
  // one element for as long as something is wrong, also while the next edit is written: put there anew it would be said aloud with each
  return (
    <span className={styles.failed} role="alert" data-saving={isSaved ? 'unsafe' : saving.kind}>
      <TriangleAlert aria-hidden="true" />
      {isFailed ? `${savingText.failed[saving.failure.kind]} ${savingText.failedHint(saving.waiting)}` : savingText.unsafe}
      <Button size="small" onClick={() => (isFailed ? plan.getState().retrySaving() : onRetryCopy())}>
        {savingText.retry}
      </Button>
      <Button size="small" variant="primary" onClick={onExport}>
        {commandLabels['file.export']}
      </Button>
    </span>
  )
}
