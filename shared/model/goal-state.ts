import { hasKind, isRecordId, type GoalId } from './ids.ts'
import { isStatus, statuses, type Status } from './status.ts'

/** What a note about several goals states of one of them. */
export interface GoalState {
  readonly goal: GoalId
  readonly status: Status
}

/** As the member of a set, `goal:V1StGXR8Z5=done`, so that what two people add to a note is merged. */
export function formatGoalState({ goal, status }: GoalState): string {
  return `${goal}=${status}`
}

/** What the members say; one that says nothing is passed over. Of two about one goal the status further along the board counts. */
export function parseGoalStates(members: readonly string[]): readonly GoalState[] {
  const byGoal = new Map<GoalId, Status>()
  for (const member of members) {
    const [goal, status] = member.split('=')
    if (goal === undefined || !isRecordId(goal) || !hasKind(goal, 'goal') || !isStatus(status)) continue
    const other = byGoal.get(goal)
    if (other === undefined || statuses.indexOf(other) < statuses.indexOf(status)) byGoal.set(goal, status)
  }
  return [...byGoal].map(([goal, status]) => ({ goal, status }))
}
