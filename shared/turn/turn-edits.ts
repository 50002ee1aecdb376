import type { Edit } from '../changes/change.ts'
import { compareOrdered, isOrderKey, placeAt } from '../changes/order.ts'
import { editFields } from '../edits/edit-fields.ts'
import { scheduleGoal, spanGoal } from '../edits/goal-edits.ts'
import type { Calendar } from '../history/moment.ts'
import { derivedKey } from '../model/derived-key.ts'
import type { Goal } from '../model/goal.ts'
import { idOf, keyOf, type GoalId } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import { endOfGoal, isInQuarter, parentGoalOf, subtreeOf } from '../plan/goal-place.ts'
import { isDropped } from '../plan/is-dropped.ts'
import { liveGoals, recordOf, type PlanView } from '../plan/plan-view.ts'
import { carriedGoal, dependencyOn, subGoalsAlong, type Carrying } from './carried-goal.ts'
import { decisionOn, type Decision, type Decisions } from './decision.ts'
import { goalsToTurn } from './goals-to-turn.ts'
import { pageGoalId, pageSourceOf } from './page-source.ts'

export interface TurnQuarter {
  readonly view: PlanView
  /** The quarter that is over; the fourth is turned into another year by `nextYear`. */
  readonly quarter: 1 | 2 | 3
  readonly decisions: Decisions
  readonly calendar: Pick<Calendar, 'dayOf'>
}

/** What turning a quarter writes, as one action: a new goal for each that is carried, and what becomes of the others. The second time it is nothing. */
export function turnEdits({ view, quarter, decisions, calendar }: TurnQuarter): readonly Edit[] {
  const to = (quarter + 1) as Quarter // the type says 1 to 3
  const { open } = goalsToTurn(view, quarter)
  const carried = open.filter((goal) => decisionOn({ view, goal, scope: quarter, decisions }).kind === 'carry')
  const newId = (id: GoalId): GoalId => carriedId({ view, id, quarter: to })
  const along = new Map(carried.flatMap((goal) => [...withSubGoals({ view, into: view, from: quarter, newId }, goal)].map(({ id }) => [id, newId(id)])))
  const carrying: Carrying = { view, into: view, from: quarter, newId, outputThere: (output) => output, originOf: ({ id }) => ({ carriedFrom: id }), dependencyThere: dependencyOn({ view, along }), calendar }
  const orders = ordersThere({ view, quarter })
  return [
    ...carried.flatMap((goal) => carriedGoal(carrying, { goal, parent: parentGoalOf(view, goal.id)?.id ?? null, quarter: to, order: orders.get(goal.id) ?? '' })),
    ...carried.flatMap((goal) => endOfSpan({ view, goal, quarter })),
    ...open.flatMap((goal) => endEdits({ view, goal, decision: decisionOn({ view, goal, scope: quarter, decisions }) })),
  ]
}

/**
 * The id of the goal that continues another in a quarter: the one that the goals page itself would give it there, if
 * it came from one, else one that follows from the goal. Two people who turn the quarter on their own make the same.
 */
export function carriedId({ view, id, quarter }: { readonly view: PlanView; readonly id: GoalId; readonly quarter: Quarter }): GoalId {
  const source = pageSourceOf(view, id)
  if (source !== null && view.plan !== null) return pageGoalId({ ...source, planKey: keyOf(view.plan.id), quarter })
  return idOf('goal', derivedKey(['carried', id, quarter]))
}

/** What is written to a goal that isn't carried on. */
export function endEdits({ view, goal: { id }, decision: { kind, reason } }: { readonly view: PlanView; readonly goal: Goal; readonly decision: Decision }): readonly Edit[] {
  switch (kind) {
    case 'carry':
    case 'leave':
      return []
    case 'unschedule':
      return unscheduled({ view, id })
    case 'drop':
      // both are written, whatever stood there: a mark from before the status was set says nothing
      return [{ on: id, set: { status: 'postponed', dropped: true, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) } }]
    case 'done':
      return editFields({ view, on: id, set: { status: 'done' } })
    default:
      return kind satisfies never
  }
}

/** The goal and, of those below it that aren't finished, those that were planned for as early a quarter by themselves: nothing of it is left there. */
function unscheduled({ view, id }: { readonly view: PlanView; readonly id: GoalId }): readonly Edit[] {
  const end = endOfGoal(view, id)
  return [...subtreeOf(view, id)].flatMap((each) => {
    const goal = recordOf(view, each)
    if (goal === null || (each !== id && (goal.quarter === null || end === null || goal.quarter > end || goal.status === 'done' || isDropped(view, goal)))) return []
    return scheduleGoal({ view, id: each, quarter: null })
  })
}

/** A goal that was to go on by itself ends where another one goes on with it. */
function endOfSpan({ view, goal: { id, until }, quarter }: { readonly view: PlanView; readonly goal: Goal; readonly quarter: Quarter }): readonly Edit[] {
  return until !== null && until > quarter ? spanGoal({ view, id, until: quarter }) : []
}

/** A goal and all that goes along with it. */
export function* withSubGoals(carrying: Pick<Carrying, 'view' | 'into' | 'from' | 'newId'>, goal: Goal): Generator<Goal> {
  yield goal
  for (const below of subGoalsAlong(carrying, goal)) yield* withSubGoals(carrying, below)
}

/**
 * Places at the end of the next quarter, in the order of the board: one for each goal of the quarter, whether it is
 * carried or not, so that two people who carry different ones give each the same.
 */
function ordersThere({ view, quarter }: { readonly view: PlanView; readonly quarter: 1 | 2 | 3 }): ReadonlyMap<GoalId, string> {
  const next = (quarter + 1) as Quarter // the type says 1 to 3
  const own: Goal[] = []
  let last = ''
  for (const goal of liveGoals(view)) {
    if (isInQuarter(view, { id: goal.id, quarter })) own.push(goal)
    if (goal.order > last && isOrderKey(goal.order) && isInQuarter(view, { id: goal.id, quarter: next })) last = goal.order
  }
  return ordersAfter({ last, goals: own })
}

/** Order keys that follow a key, in the order that the goals have among each other. */
export function ordersAfter({ last, goals }: { readonly last: string; readonly goals: readonly Goal[] }): ReadonlyMap<GoalId, string> {
  const orders = new Map<GoalId, string>()
  let end = last
  for (const { id } of goals.toSorted(compareOrdered)) {
    end = placeAt({ list: end === '' ? [] : [{ id: '', order: end }], index: 1, id }).get(id) ?? ''
    orders.set(id, end)
  }
  return orders
}
