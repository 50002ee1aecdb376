import { useState, type ReactNode } from 'react'
import type { RemovedPlan } from '../../../shared/copies/removed-plan.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { removedText } from '../../text/backups.ts'
import { formatMoment } from '../../text/dates.ts'
import { isolated } from '../../text/isolated.ts'
import { startText } from '../../text/start.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './RemovedPlans.module.css'

export interface RemovedPlansProps {
  /** The last one first. */
  readonly plans: readonly RemovedPlan[]
  readonly onBringBack: (id: PlanId) => void
  readonly onForget: (id: PlanId) => void
}

/** Plans that were removed and whose last backup is still here, folded away. Nothing where there are none. */
export function RemovedPlans({ plans, onBringBack, onForget }: RemovedPlansProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const [asking, setAsking] = useState<RemovedPlan | null>(null)
  if (plans.length === 0) return null
  return (
    <Disclosure title={removedText.title} hint={plans.length} open={isOpen} onOpenChange={setOpen} className={styles.removed}>
      <ul className={styles.list}>
        {plans.map((plan) => (
          <li key={plan.id} className={styles.line}>
            <span className={styles.what}>
              <b className={styles.title}>{titleOf(plan)}</b> {plan.year}
              <span className={styles.facts}>
                {startText.goals(plan.goals)}, {removedText.as(formatMoment(plan.at))}
              </span>
            </span>
            <Button size="small" variant="quiet" onClick={() => setAsking(plan)}>
              {removedText.forget}
            </Button>
            <Button size="small" onClick={() => onBringBack(plan.id)}>
              {removedText.bringBack}
            </Button>
          </li>
        ))}
      </ul>
      {asking !== null && <ForgetDialog plan={asking} onClose={() => setAsking(null)} onForget={onForget} />}
    </Disclosure>
  )
}

function ForgetDialog({ plan, onClose, onForget }: { readonly plan: RemovedPlan; readonly onClose: () => void; readonly onForget: (id: PlanId) => void }): ReactNode {
  const forget = (): void => {
    onClose()
    onForget(plan.id)
  }
  return (
    <Dialog
      open
      size="small"
      title={removedText.forgetTitle(titleOf(plan))}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{startText.cancel}</Button>
          <Button variant="danger" onClick={forget}>
            {removedText.forgetNow}
          </Button>
        </>
      }
    >
      <p>{removedText.forgetText}</p>
    </Dialog>
  )
}

function titleOf({ title }: RemovedPlan): string {
  return title === '' ? startText.untitled : isolated(title)
}
