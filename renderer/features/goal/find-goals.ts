import type { Goal } from '../../../shared/model/goal.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { outputOfGoal } from '../../../shared/plan/goal-place.ts'
import { goalsOf, liveGoals, type PlanView } from '../../../shared/plan/plan-view.ts'
import { wordsOf } from '../../../shared/plan/text-match.ts'

export interface FindGoals {
  readonly view: PlanView
  /** Words that must all stand in the title, or in the number of the output. */
  readonly query: string
  /** The goal in whose neighbourhood one looks while nothing is typed. */
  readonly near: GoalId | null
  readonly limit: number
  readonly accepts: (id: GoalId) => boolean
}

/** Goals by words; the list is short, since one goes on typing rather than scroll. */
export function findGoals({ view, query, near, limit, accepts }: FindGoals): readonly Goal[] {
  const words = wordsOf(query)
  const found: Goal[] = []
  for (const goal of words.length === 0 ? goalsNear(view, near) : liveGoals(view)) {
    if (found.length === limit) break
    const said = words.length === 0 ? '' : `${outputOfGoal(view, goal.id)?.number ?? ''} ${goal.title}`.toLowerCase()
    if (words.every((word) => said.includes(word)) && accepts(goal.id)) found.push(goal)
  }
  return found
}

function goalsNear(view: PlanView, near: GoalId | null): readonly Goal[] {
  const output = near === null ? null : outputOfGoal(view, near)
  return goalsOf(view, output?.id ?? 'root')
}
