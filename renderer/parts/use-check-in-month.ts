import { monthOfPlan } from '../../shared/checkin/check-in.ts'
import { suggestedMonth, type CheckInMonth } from '../../shared/model/check-in-month.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import { useBoard, usePlan, useSession, useUi, type Session } from '../state/session.tsx'

/** The month people check in for: the one that was chosen, else the one that is suggested today. */
export function useCheckInMonth(): CheckInMonth {
  const { today } = useSession()
  const chosen = useUi((state) => state.month)
  useBoard((state) => state.query.due) // another one when midnight has passed
  return usePlan(({ view }) => monthOfPlan(view, chosen) ?? suggestedMonth({ startsOn: yearStartOf(view), today: today() }))
}

/** The same, for handlers. */
export function checkInMonth({ plan, ui, today }: Pick<Session, 'plan' | 'ui' | 'today'>): CheckInMonth {
  const { view } = plan.getState()
  return monthOfPlan(view, ui.getState().month) ?? suggestedMonth({ startsOn: yearStartOf(view), today: today() })
}
