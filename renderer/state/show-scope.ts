import type { BoardScope } from '../../shared/board/query.ts'
import { monthToShow } from '../../shared/model/check-in-month.ts'
import { isQuarter } from '../../shared/model/year.ts'
import { yearStartOf } from '../../shared/plan/plan-view.ts'
import type { Session } from './session.tsx'
import { screensOfQuarter } from './ui-store.ts'

/** Shows a quarter, the year or what is not scheduled: on the screen one is at where that shows quarters by itself, the check-in by a month of it, else on the board. */
export function showScope({ ui, board, plan, today }: Pick<Session, 'ui' | 'board' | 'plan' | 'today'>, scope: BoardScope): void {
  const { screen, checkInFor, show } = ui.getState()
  if (screen === 'checkin' && isQuarter(scope)) checkInFor(monthToShow({ startsOn: yearStartOf(plan.getState().view), quarter: scope, today: today() }))
  else if (!screensOfQuarter.includes(screen)) show('board')
  board.getState().showScope(scope)
}
