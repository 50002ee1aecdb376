import { placeGoal, type BoardQuery } from '../board/query.ts'
import type { Steps } from '../changes/steps.ts'
import type { GoalId } from '../model/ids.ts'
import { quarters, type Quarter } from '../model/year.ts'
import { laterGoals, timesCarried } from '../plan/carried.ts'
import { endOfGoal, quarterOfGoal } from '../plan/goal-place.ts'
import { liveGoals, recordOf, type PlanView } from '../plan/plan-view.ts'

/** A goal that goes on in a later quarter, of this plan or by its name of a later one: `FY19/20 Q1`. */
export interface Carried {
  readonly goal: GoalId
  readonly to: Quarter | string
  /** 1 the first time, 2 where it had been carried over before. */
  readonly slip: number
}

/** What became of the goals that are planned for a quarter: done, carried over, or neither. */
export interface QuarterSlips {
  readonly quarter: Quarter
  readonly planned: readonly GoalId[]
  readonly done: readonly GoalId[]
  readonly carried: readonly Carried[]
}

/** How many goals are looked at between two pauses. */
const stepSize = 200

/** The four quarters, with the goals that the filter leaves; the scope of the query says nothing. */
export function* slipsInSteps({ view, query }: { readonly view: PlanView; readonly query: BoardQuery }): Steps<readonly QuarterSlips[]> {
  const found = quarters.map((quarter) => ({ quarter, query: { ...query, scope: quarter }, planned: [] as GoalId[], done: [] as GoalId[], carried: [] as Carried[] }))
  let looked = 0
  for (const { id, status } of liveGoals(view)) {
    if (looked % stepSize === 0) yield
    looked += 1
    for (const { quarter, query: own, planned, done, carried } of found) {
      if (placeGoal({ view, query: own, id }).kind !== 'shown') continue
      planned.push(id)
      if (status === 'done') done.push(id)
      // a goal of several quarters is carried over from its last
      const on = quarter === endOfGoal(view, id) ? carriedOn(view, id) : null
      if (on !== null) carried.push(on)
    }
  }
  return found.map(({ quarter, planned, done, carried }) => ({ quarter, planned, done, carried }))
}

/** Where a goal that is not done goes on; null where it is done, or nothing in a later quarter continues it. */
export function carriedOn(view: PlanView, id: GoalId): Carried | null {
  const end = endOfGoal(view, id)
  if (end === null || recordOf(view, id)?.status === 'done') return null
  const later = laterGoals(view, id).flatMap((each) => quarterOfGoal(view, each) ?? [])
  const [to] = later.filter((quarter) => quarter > end).toSorted((a, b) => a - b)
  const where = to ?? recordOf(view, id)?.carriedInto ?? ''
  return where === '' ? null : { goal: id, to: where, slip: timesCarried(view, id) + 1 }
}
