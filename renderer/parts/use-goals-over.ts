import { spanOf, type Quarter } from '../../shared/model/year.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import { countToTurn } from '../../shared/turn/goals-to-turn.ts'
import { useBoard, usePlan, useSession } from '../state/session.tsx'

/** How many goals of a quarter that is over are neither done nor carried on; 0 for one that is not over yet. */
export function useGoalsOver(quarter: Quarter): number {
  const { today } = useSession()
  useBoard((state) => state.query.due) // another one when midnight has passed
  const day = today()
  return usePlan(({ view }) => (spanOf({ startsOn: yearStartOf(view), quarter }).to < day ? countToTurn(view, quarter) : 0))
}
