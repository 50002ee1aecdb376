import { editMembers } from '../../shared/edits/edit-fields.ts'
import type { GoalId } from '../../shared/model/ids.ts'
import { recordOf } from '../../shared/plan/plan-view.ts'
import type { Session } from './session.tsx'

/** A team says yes to what a goal needs of it, or takes that back; one step to undo. */
export function acceptAsk({ plan }: Session, { goal: on, team, isAccepted }: { readonly goal: GoalId; readonly team: string; readonly isAccepted: boolean }): void {
  const { view, act } = plan.getState()
  const goal = recordOf(view, on)
  if (goal === null || goal.accepted.includes(team) === isAccepted) return
  const members = isAccepted ? [...goal.accepted, team] : goal.accepted.filter((each) => each !== team)
  act({ action: isAccepted ? 'askAccepted' : 'askTakenBack', subject: goal.title, detail: team }, editMembers({ view, on, field: 'accepted', members }))
}
