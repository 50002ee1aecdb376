import { isQuarter, quarters, spanOf, type Quarter } from '../../shared/model/year.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import { countToTurn } from '../../shared/turn/goals-to-turn.ts'
import type { Session } from '../state/session.tsx'
import { leftGoals } from './left-goals.ts'
import { quarterInSight } from './quarter-in-sight.ts'

/** The quarter that is offered to be turned: the one in sight; of the year or of none the last that is over with goals left, else the one that today is in. @param view the plan, or how it was a moment ago */
export function quarterToTurn(session: Pick<Session, 'board' | 'plan' | 'drafts' | 'today'>, view = session.plan.getState().view): Quarter {
  const inSight = quarterInSight(session)
  if (isQuarter(session.board.getState().query.scope)) return inSight
  const { planId } = session.plan.getState()
  const [day, startsOn] = [session.today(), yearStartOf(view)]
  const isLeftOver = (quarter: Quarter): boolean => spanOf({ startsOn, quarter }).to < day && countToTurn(view, quarter, leftGoals(session.drafts.getState(), { plan: planId, quarter })) > 0
  return quarters.toReversed().find(isLeftOver) ?? inSight
}
