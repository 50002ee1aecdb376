import type { OutcomeId } from '../model/ids.ts'
import { outcomeOfGoal } from '../plan/goal-place.ts'
import { allOutcomes } from '../plan/outline.ts'
import type { PlanView } from '../plan/plan-view.ts'
import type { GoalLife } from './goal-lives.ts'
import { countsByDay, totalOf } from './status-counts.ts'

/** How far an outcome was on a day. */
export interface BurnUpDay {
  readonly planned: number
  readonly done: number
  readonly partly: number
}

export interface OutcomeBurnUp {
  /** Null: the goals of no outcome, or of one that was deleted. */
  readonly outcome: OutcomeId | null
  readonly number: string
  readonly title: string
  readonly lives: readonly GoalLife[]
  readonly days: readonly BurnUpDay[]
}

/** Goals done and partly done against goals planned, day by day, for each outcome that has some, in the order of the plan. */
export function burnUps({ view, lives, days }: { readonly view: PlanView; readonly lives: readonly GoalLife[]; readonly days: number }): readonly OutcomeBurnUp[] {
  const outcomes = allOutcomes(view)
  const known = new Set<OutcomeId>(outcomes.map(({ id }) => id))
  const byOutcome = new Map<OutcomeId | null, GoalLife[]>()
  for (const life of lives) {
    const own = outcomeOfGoal(view, life.id)?.id ?? null
    const outcome = own !== null && known.has(own) ? own : null
    const list = byOutcome.get(outcome) ?? []
    byOutcome.set(outcome, list)
    list.push(life)
  }
  return [...outcomes, { id: null, number: '', title: '' }].flatMap(({ id, number, title }) => {
    const own = byOutcome.get(id)
    if (own === undefined) return []
    const counts = countsByDay({ lives: own, days })
    return [{ outcome: id, number, title, lives: own, days: counts.map((each) => ({ planned: totalOf(each), done: each.done, partly: each.partiallyDone })) }]
  })
}
