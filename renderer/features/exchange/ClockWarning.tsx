import { AlertTriangle } from 'lucide-react'
import type { PlanView } from '../../../shared/plan/plan-view.ts'
import { computerName } from '../../parts/computer-name.ts'
import { mergeText, spanText } from '../../text/exchange.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './ClockWarning.module.css'

export interface ClockWarningProps {
  readonly ahead: readonly { readonly replica: string; readonly byMs: number }[]
  readonly view: PlanView
  /** The plan is new here: it is opened, not merged. */
  readonly isNew: boolean
  readonly isAccepted: boolean
  readonly onAccept: (isAccepted: boolean) => void
}

/** Says whose clock runs ahead, by how much, and what that would do. */
export function ClockWarning({ ahead, view, isNew, isAccepted, onAccept }: ClockWarningProps) {
  const names = ahead.map(({ replica, byMs }) => mergeText.aheadBy(computerName(view, replica), spanText(byMs)))
  return (
    <div className={styles.warning} role="alert">
      <AlertTriangle className={styles.sign} aria-hidden="true" />
      <div>
        <p className={styles.what}>{mergeText.ahead(names)}</p>
        <p className={styles.why}>{mergeText.aheadWhy}</p>
        <Checkbox label={isNew ? mergeText.openAllTheSame : mergeText.allTheSame} checked={isAccepted} onChange={onAccept} />
      </div>
    </div>
  )
}
