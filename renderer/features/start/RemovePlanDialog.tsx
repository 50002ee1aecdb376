import { useRef, type ReactNode } from 'react'
import type { PlanEntry } from '../../../shared/model/plan-entry.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { startText } from '../../text/start.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './RemovePlanDialog.module.css'

export interface RemovePlanDialogProps {
  readonly plan: PlanEntry
  readonly onClose: () => void
  readonly onOpen: (id: PlanId) => void
  readonly onRemove: (id: PlanId) => void
}

/** The one thing here that no undo brings back is asked about, and says how a copy is kept. */
export function RemovePlanDialog({ plan, onClose, onOpen, onRemove }: RemovePlanDialogProps): ReactNode {
  const cancel = useRef<HTMLButtonElement>(null)
  const then = (act: (id: PlanId) => void): void => {
    onClose()
    act(plan.id)
  }
  return (
    <Dialog
      open
      size="small"
      title={startText.removeTitle(plan.title)}
      onOpenChange={(open) => !open && onClose()}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {startText.cancel}
          </Button>
          {!plan.isSample && <Button onClick={() => then(onOpen)}>{startText.removeOpen}</Button>}
          <Button variant="danger" onClick={() => then(onRemove)}>
            {startText.removeNow}
          </Button>
        </>
      }
    >
      <div className={styles.text}>
        <p>{plan.isSample ? startText.removeSample : startText.removeText}</p>
        {!plan.isSample && <p>{startText.removeExport}</p>}
      </div>
    </Dialog>
  )
}
