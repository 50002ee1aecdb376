import { recordIn } from '../changes/fold.ts'
import { winnerOf } from '../changes/folded-record.ts'
import type { Goal } from '../model/goal.ts'
import type { PlanView } from './plan-view.ts'

/**
 * Whether a goal was given up. One that got another status since was taken up again, and stays so when it is only
 * postponed later: what was written before the status was set says nothing of it.
 */
export function isDropped(view: PlanView, { id, dropped, status }: Pick<Goal, 'id' | 'dropped' | 'status'>): boolean {
  if (!dropped || status !== 'postponed') return false
  const record = recordIn(view.set, id)
  return (winnerOf(record, 'dropped')?.at ?? '') >= (winnerOf(record, 'status')?.at ?? '')
}
