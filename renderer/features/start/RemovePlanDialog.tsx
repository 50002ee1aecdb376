import type { ReactNode } from 'react'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { startText } from '../../text/start.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import styles from './RemovePlanDialog.module.css'

export interface RemovePlanDialogProps {
  readonly plan: PlanEntry
  readonly onClose: () => void
  readonly onOpen: (id: PlanId) => void
  readonly onRemove: (id: PlanId) => void
}

/** The one thing here that no undo brings back is asked about, and says how a copy is kept. */
export function RemovePlanDialog({ plan, onClose, onOpen, onRemove }: RemovePlanDialogProps): ReactNode {
  const then = (act: (id: PlanId) => void): void => {
    onClose()
    act(plan.id)
  }
  return (
    <ConfirmDialog
      title={startText.removeTitle(plan.title)}
      cancel={startText.cancel}
      confirm={startText.removeNow}
      isDanger
      between={!plan.isSample && <Button onClick={() => then(onOpen)}>{startText.removeOpen}</Button>}
      onConfirm={() => then(onRemove)}
      onClose={onClose}
    >
      <div className={styles.text}>
        <p>{plan.isSample ? startText.removeSample : startText.removeText}</p>
        {!plan.isSample && <p>{startText.removeExport}</p>}
      </div>
    </ConfirmDialog>
  )
}
