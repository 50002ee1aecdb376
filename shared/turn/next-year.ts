import type { Edit, Fields } from '../changes/change.ts'
import { recordIn } from '../changes/fold.ts'
import { isOrderKey } from '../changes/order.ts'
import { editFields } from '../edits/edit-fields.ts'
import type { Calendar } from '../history/moment.ts'
import type { Goal } from '../model/goal.ts'
import { memberField } from '../model/record-spec.ts'
import { yearLabel } from '../model/year.ts'
import { earlierGoals } from '../plan/carried.ts'
import { endOfGoal } from '../plan/goal-place.ts'
import { isDropped } from '../plan/is-dropped.ts'
import { allOutcomes, allOutputs } from '../plan/outline.ts'
import { isLive, liveGoals, programsOf, yearStartOf, type PlanView } from '../plan/plan-view.ts'
import { carriedGoal, type Carrying } from './carried-goal.ts'
import { decisionOn, type Decision, type Decisions, type TurnScope } from './decision.ts'
import { goalsToTurn } from './goals-to-turn.ts'
import { nextYearIds, type NextYearIds } from './next-year-ids.ts'
import { endEdits, ordersAfter, withSubGoals } from './turn-edits.ts'

export interface TurnYear {
  readonly view: PlanView
  /** The plan of the next year, where it was begun already; else one of no records. */
  readonly into: PlanView
  readonly decisions: Decisions
  readonly calendar: Pick<Calendar, 'dayOf'>
}

/** What turning the last quarter writes: to the plan of the next year, and to this one. */
export interface NextYear {
  readonly ids: NextYearIds
  readonly there: readonly Edit[]
  readonly here: readonly Edit[]
}

/** The scopes that are looked through when a year is over. */
export const yearEnd: readonly TurnScope[] = [4, 'unscheduled']

/**
 * The plan of the next year, begun from this one: its programs, outcomes and outputs, the goals that go on, in its
 * first quarter or in none, and what it knows of tasks and words. What is there already is left as it is.
 */
export function nextYear({ view, into, decisions, calendar }: TurnYear): NextYear {
  const ids = nextYearIds(view)
  const year = yearLabel(ids.startsOn)
  const decided = yearEnd.flatMap((scope) => goalsToTurn(view, scope).open.map((goal): Decided => ({ goal, scope, decision: decisionOn({ view, goal, scope, decisions }) })))
  const going = [...decided.filter(({ decision: { kind } }) => kind === 'carry' || kind === 'unschedule'), ...gone({ view, into, ids })]
  const moving = (scope: TurnScope): Pick<Carrying, 'view' | 'into' | 'from' | 'newId'> => ({ view, into, from: scope === 'unscheduled' ? null : scope, newId: ids.goal })
  const along = new Map(going.flatMap(({ goal, scope }) => [...withSubGoals(moving(scope), goal)].map(({ id }) => [id, ids.goal(id)])))
  const last = [...liveGoals(into)].reduce((end, { order }) => (order > end && isOrderKey(order) ? order : end), '')
  const orders = ordersAfter({ last, goals: [...decided, ...going].map(({ goal }) => goal) })
  const goals = going.flatMap(({ goal, scope, decision: { kind } }) => {
    const to = kind === 'carry' ? 1 : null
    const carrying: Carrying = {
      ...moving(scope),
      outputThere: (output) => (output === null ? null : ids.output(output)),
      originOf: (each) => passedThrough(view, each),
      dependencyThere: (id) => along.get(id) ?? (isLive(into, ids.goal(id)) ? ids.goal(id) : null),
      calendar,
    }
    return carriedGoal(carrying, { goal, parent: null, quarter: to, order: orders.get(goal.id) ?? '' })
  })
  return {
    ids,
    there: [...frameEdits({ view, into, ids, goals }), ...goals],
    // a goal that goes on in the next year stays here as it was, and says where that is
    here: [
      ...going.flatMap(({ goal, scope, decision: { kind } }) => [...withSubGoals(moving(scope), goal)].flatMap(({ id }) => editFields({ view, on: id, set: { carriedInto: kind === 'carry' ? `${year} Q1` : year } }))),
      ...decided.flatMap(({ goal, decision }) => (decision.kind === 'unschedule' ? [] : endEdits({ view, goal, decision }))),
    ],
  }
}

interface Decided {
  readonly goal: Goal
  readonly scope: TurnScope
  readonly decision: Decision
}

/** What went on in that year before, and is in no plan of it here: it was begun on another computer, or could not be opened. */
function gone({ view, into, ids }: Pick<Frame, 'view' | 'into' | 'ids'>): readonly Decided[] {
  const year = yearLabel(ids.startsOn)
  return yearEnd.flatMap((scope) =>
    goalsToTurn(view, scope).carried.flatMap((goal): Decided | readonly [] => {
      const isMissing = goal.carriedInto.startsWith(year) && !isDropped(view, goal) && recordIn(into.set, ids.goal(goal.id)) === undefined
      return isMissing ? { goal, scope, decision: { kind: goal.carriedInto === year ? 'unschedule' : 'carry', reason: '' } } : []
    }),
  )
}

/** `FY18/19 Q4` for each quarter that a goal and what it continues stood in. */
function passedThrough(view: PlanView, goal: Goal): Fields {
  const year = yearLabel(yearStartOf(view))
  const chain = [goal, ...earlierGoals(view, goal.id)]
  const here = chain.flatMap(({ id }) => {
    const quarter = endOfGoal(view, id)
    return quarter === null ? [] : [`${year} Q${quarter}`]
  })
  return Object.fromEntries([...(chain.at(-1)?.carriedThrough ?? []), ...here].map((member) => [memberField('carriedThrough', member), true]))
}

interface Frame {
  readonly view: PlanView
  readonly into: PlanView
  readonly ids: NextYearIds
  /** The edits of the goals that come along. */
  readonly goals: readonly Edit[]
}

/** The plan and what stands above its goals, as far as it isn't there; what was deleted there comes back only where a goal needs it. */
function frameEdits({ view, into, ids, goals }: Frame): readonly Edit[] {
  const { plan } = view
  if (plan === null) return []
  const members = (field: 'taskLinks' | 'statusWords'): Fields => Object.fromEntries(plan[field].map((member) => [memberField(field, member), true]))
  const outputs = allOutputs(view)
  const wanted: readonly Edit[] = [
    { on: ids.plan, set: { title: plan.title, startsOn: ids.startsOn, ...said({ summary: plan.summary }), continues: plan.id, ...members('taskLinks'), ...members('statusWords') } },
    ...programsOf(view).map(({ id, code, title, owner, summary, links, order }): Edit => ({ on: ids.program(id), set: said({ code, title, owner, summary, links, order }) })),
    ...allOutcomes(view).map(({ id, program, number, title, order }): Edit => ({ on: ids.outcome(id), set: { ...(program === null ? {} : { program: ids.program(program) }), ...said({ number, title, order }) } })),
    ...outputs.map(({ id, outcome, number, title, order }): Edit => ({ on: ids.output(id), set: { ...(outcome === null ? {} : { outcome: ids.outcome(outcome) }), ...said({ number, title, order }) } })),
  ]
  const needed = new Set(goals.map(({ set }) => set['output']))
  const above = outputs.filter(({ id }) => needed.has(ids.output(id))).flatMap(({ id, outcome }) => [ids.output(id), ...(outcome === null ? [] : [ids.outcome(outcome)])])
  return [...wanted.filter(({ on }) => recordIn(into.set, on) === undefined), ...[...new Set(above)].flatMap((on) => (recordIn(into.set, on) === undefined ? [] : editFields({ view: into, on, set: { deleted: false } })))]
}

function said(fields: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''))
}
