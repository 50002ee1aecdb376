import { computerNameIn } from '../../shared/plan/stamp-source.ts'
import type { PlanView } from '../../shared/plan/plan-view.ts'
import { recordText } from '../text/records.ts'

/** What people call a computer, else the beginning of its id. */
export function computerName(view: PlanView, replica: string): string {
  const name = computerNameIn(view.set, replica)
  return name === '' ? recordText.computer(replica) : name
}
