import type { Goal } from '../model/goal.ts'
import type { GoalId } from '../model/ids.ts'
import { outputOfGoal } from './goal-place.ts'
import { goalsOf, liveGoals, type PlanView } from './plan-view.ts'
import { holdsWords, wordsOf } from './text-match.ts'

export interface FindGoals {
  readonly view: PlanView
  /** Words that must each stand in what the goal says of itself, or in the number of its output. */
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
    if (isFound({ view, goal, words }) && accepts(goal.id)) found.push(goal)
  }
  return found
}

function isFound({ view, goal, words }: { readonly view: PlanView; readonly goal: Goal; readonly words: readonly string[] }): boolean {
  if (holdsWords(goal, words)) return true
  const number = outputOfGoal(view, goal.id)?.number.toLowerCase() ?? ''
  return holdsWords(goal, words.filter((word) => !number.includes(word)))
}

function goalsNear(view: PlanView, near: GoalId | null): readonly Goal[] {
  const output = near === null ? null : outputOfGoal(view, near)
  return goalsOf(view, output?.id ?? 'root')
}
