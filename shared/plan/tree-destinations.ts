import { hasKind, type GoalId, type RecordId } from '../model/ids.ts'
import { lineageOf } from './goal-place.ts'
import { allOutcomes, allOutputs } from './outline.ts'
import { liveGoals, programsOf, type PlanView } from './plan-view.ts'
import { holdsWords, wordsOf } from './text-match.ts'
import type { TreeId } from './tree-place.ts'

/** The records of the level above that a record can belong to, in the order of the plan; goals are found by `goalsToHold`. */
export function destinationsOf(view: PlanView, id: TreeId): readonly RecordId[] {
  if (hasKind(id, 'outcome')) return programsOf(view).map((program) => program.id)
  if (hasKind(id, 'output')) return allOutcomes(view).map((outcome) => outcome.id)
  return hasKind(id, 'goal') ? allOutputs(view).map((output) => output.id) : []
}

/** Goals that hold all words of a text and that a goal can be part of: neither itself nor what is part of it. */
export function goalsToHold({ view, id, text, limit }: { readonly view: PlanView; readonly id: GoalId; readonly text: string; readonly limit: number }): readonly GoalId[] {
  const words = wordsOf(text)
  const found: GoalId[] = []
  if (words.length === 0) return found
  for (const goal of liveGoals(view)) {
    if (found.length === limit) return found
    const isPart = [...lineageOf(view, goal.id)].some((above) => above.id === id)
    if (!isPart && holdsWords(goal, words)) found.push(goal.id)
  }
  return found
}
