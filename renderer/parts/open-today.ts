import { positionOf } from '../../shared/board/card-position.ts'
import type { GoalId } from '../../shared/model/ids.ts'
import { quarterOfGoal } from '../../shared/plan/goal-place.ts'
import type { Session } from '../state/session.tsx'

/** Goes to the board of today, with the goal open beside its card. */
export function openToday({ ui, board, plan }: Session, id: GoalId): void {
  if (positionOf(board.getState().board, id) === null) board.getState().showScope(quarterOfGoal(plan.getState().view, id) ?? 'unscheduled')
  ui.getState().show('board')
  ui.getState().openGoal(id)
  // a sub-goal may have no card of its own
  if (positionOf(board.getState().board, id) !== null) board.getState().sendFocus(id)
}
