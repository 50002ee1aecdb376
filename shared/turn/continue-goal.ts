import type { Edit } from '../changes/change.ts'
import { editFields } from '../edits/edit-fields.ts'
import type { Goal } from '../model/goal.ts'
import type { GoalId } from '../model/ids.ts'
import { earlierGoals } from '../plan/carried.ts'
import { outcomeOfGoal, outputOfGoal, quarterOfGoal, subtreeOf } from '../plan/goal-place.ts'
import { goalsOf, liveGoals, outputsOf, recordOf, type ParentKey, type PlanView } from '../plan/plan-view.ts'
import { createNameIndex } from '../wiki/text/name-match.ts'

/** Whether a goal may continue another: not itself, and not one that continues it. */
export function mayContinue(view: PlanView, id: GoalId, from: GoalId): boolean {
  return from !== id && !earlierGoals(view, from).some((goal) => goal.id === id)
}

/** Says that a goal continues another one, or by null that it continues none; nothing where that would lead in a circle. */
export function continueGoal({ view, id, from }: { readonly view: PlanView; readonly id: GoalId; readonly from: GoalId | null }): readonly Edit[] {
  if (from !== null && !mayContinue(view, id, from)) return []
  return editFields({ view, on: id, set: { carriedFrom: from } })
}

/** In a plan of so many records only goals of the same outcome are looked at: comparing the words of all would be felt. */
const many = 2_000

/**
 * Goals that a goal is likely to continue, the likeliest first: of an earlier quarter, with the same or similar words,
 * of the same output or outcome. None where nothing speaks for one.
 */
export function likelyEarlier({ view, id, limit }: { readonly view: PlanView; readonly id: GoalId; readonly limit: number }): readonly Goal[] {
  const goal = recordOf(view, id)
  const quarter = quarterOfGoal(view, id)
  if (goal === null) return []
  const own = { output: outputOfGoal(view, id)?.id, outcome: outcomeOfGoal(view, id)?.id }
  const around = view.set.records.size < many ? [...liveGoals(view)] : goalsOfOutcome(view, own.outcome ?? 'root')
  const candidates = around.filter((other) => isEarlier(quarterOfGoal(view, other.id), quarter) && mayContinue(view, id, other.id))
  const named = createNameIndex({ things: candidates.map(({ id: key, title, stretch }) => ({ key, title, stretch })), common: [] }).namedBy(goal.title)
  const byWords = new Map(named.map((key, index) => [key, named.length - index]))
  return candidates
    .map((other) => ({ other, score: scoreOf({ words: (byWords.get(other.id) ?? 0) / Math.max(1, named.length), isSameOutput: outputOfGoal(view, other.id)?.id === own.output, isSameOutcome: outcomeOfGoal(view, other.id)?.id === own.outcome, isLast: quarterOfGoal(view, other.id) === (quarter ?? 5) - 1 }) }))
    .filter(({ score }) => score >= 2)
    .toSorted((a, b) => b.score - a.score || (a.other.order < b.other.order ? -1 : 1))
    .slice(0, limit)
    .map(({ other }) => other)
}

function goalsOfOutcome(view: PlanView, outcome: ParentKey): readonly Goal[] {
  return outputsOf(view, outcome).flatMap((output) => goalsOf(view, output.id).flatMap((goal) => [...subtreeOf(view, goal.id)].flatMap((each) => recordOf(view, each) ?? [])))
}

interface Likeness {
  /** From 0, no word in common, to 1, the most of all. */
  readonly words: number
  readonly isSameOutput: boolean
  readonly isSameOutcome: boolean
  readonly isLast: boolean
}

function scoreOf({ words, isSameOutput, isSameOutcome, isLast }: Likeness): number {
  return words * 2 + (words > 0 ? 1 : 0) + (isSameOutput ? 1 : 0) + (isSameOutcome ? 0.5 : 0) + (isLast ? 1 : 0)
}

function isEarlier(quarter: number | null, than: number | null): boolean {
  return quarter !== null && (than === null || quarter < than)
}
