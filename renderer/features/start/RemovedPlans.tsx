import { useState, type ReactNode } from 'react'
import { yearLabel } from '../../../shared/model/year.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import { removedText } from '../../text/backups.ts'
import { formatMoment } from '../../text/dates.ts'
import { startText } from '../../text/start.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './RemovedPlans.module.css'

/** A plan that was taken off this computer. */
export interface RemovedEntry {
  readonly id: PlanId
  readonly title: string
  readonly startsOn: string
  readonly goals: number
  readonly at: number
}

export interface RemovedPlansProps {
  /** The last one first. */
  readonly plans: readonly RemovedEntry[]
  readonly onBringBack: (id: PlanId) => void
  readonly onForget: (id: PlanId) => void
}

/** Plans that were taken off and whose last backup is still here, folded away. Nothing where there are none. */
export function RemovedPlans({ plans, onBringBack, onForget }: RemovedPlansProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const [asking, setAsking] = useState<RemovedEntry | null>(null)
  if (plans.length === 0) return null
  return (
    <Disclosure title={removedText.title} hint={plans.length} open={isOpen} onOpenChange={setOpen} className={styles.removed}>
      <ul className={styles.list}>
        {plans.map((plan) => (
          <li key={plan.id} className={styles.line}>
            <span className={styles.what}>
              <b className={styles.title}>{titleOf(plan)}</b> {plan.startsOn !== '' && yearLabel(plan.startsOn)}
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

function ForgetDialog({ plan, onClose, onForget }: { readonly plan: RemovedEntry; readonly onClose: () => void; readonly onForget: (id: PlanId) => void }): ReactNode {
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

function titleOf({ title }: RemovedEntry): string {
  return title === '' ? startText.untitled : title
}
