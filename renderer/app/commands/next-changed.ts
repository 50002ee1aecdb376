import { hasKind, type GoalId } from '../../../shared/model/ids.ts'
import { quarterOfGoal } from '../../../shared/plan/goal-place.ts'
import { othersGroups, type OthersGroup } from '../../../shared/plan/others-groups.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import type { Session } from '../../state/session.tsx'
import { showScope } from '../../state/show-scope.ts'
import { screensBesideGoal } from '../../state/ui-store.ts'
import { openGoal } from '../../parts/open-goal.ts'

/** Whether others changed anything that nobody here has looked at, and one can go there from this screen. */
export function hasChanged({ ui, others }: Session): boolean {
  return screensBesideGoal.includes(ui.getState().screen) && others.getState().changes.size > 0
}

/** Opens the next goal that others changed, the newest first; what is no goal is read in the list. */
export function goToNextChanged(session: Session): void {
  const { ui, others, plan } = session
  const { view } = plan.getState()
  const groups = othersGroups(view, others.getState().changes.values())
  const goal = groups.find(isOfGoal)?.about
  if (goal === undefined) return ui.getState().goTo('exchange')
  if (ui.getState().screen === 'board') bringOnBoard(session, goal)
  openGoal(session, goal)
}

/** The board shows the quarter of the goal, unless it has the card already or a filter keeps it out. */
function bringOnBoard(session: Session, goal: GoalId): void {
  const { board, plan } = session
  const isShown = (): boolean => Object.values(board.getState().board.columns).some((column) => column.includes(goal))
  const { view } = plan.getState()
  if (!isShown() && recordOf(view, goal)?.deleted !== true) showScope(session, quarterOfGoal(view, goal) ?? 'unscheduled')
  if (isShown()) board.getState().sendFocus(goal)
}

function isOfGoal(group: OthersGroup): group is OthersGroup & { readonly about: GoalId } {
  return hasKind(group.about, 'goal')
}
