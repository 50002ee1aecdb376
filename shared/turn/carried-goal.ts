import type { Edit, Fields } from '../changes/change.ts'
import { recordIn } from '../changes/fold.ts'
import type { FoldedRecord } from '../changes/folded-record.ts'
import { editFields } from '../edits/edit-fields.ts'
import { statusSince } from '../history/status-since.ts'
import type { Calendar } from '../history/moment.ts'
import type { Goal } from '../model/goal.ts'
import { isRecordId, hasKind, type GoalId, type OutputId } from '../model/ids.ts'
import { memberField } from '../model/record-spec.ts'
import { categoryOf, type Status } from '../model/status.ts'
import type { Quarter } from '../model/year.ts'
import { isDropped } from '../plan/is-dropped.ts'
import { laterGoals } from '../plan/carried.ts'
import { goalsOf, isLive, recordOf, type PlanView } from '../plan/plan-view.ts'
import { isPageStamp } from '../wiki/page/page-stamp.ts'

/** From where to where goals are carried: to another quarter of the plan, or into another plan. */
export interface Carrying {
  readonly view: PlanView
  /** The plan they come to be in: the same one as a rule. */
  readonly into: PlanView
  /** The quarter they come from. */
  readonly from: Quarter | null
  readonly newId: (id: GoalId) => GoalId
  readonly outputThere: (output: OutputId | null) => OutputId | null
  /** How the new goal says what it continues. */
  readonly originOf: (goal: Goal) => Fields
  /** What the new goal waits for instead of another goal; null where that is not there. */
  readonly dependencyThere: (goal: GoalId) => GoalId | null
  readonly calendar: Pick<Calendar, 'dayOf'>
}

/** The place of a carried goal. */
export interface CarriedPlace {
  readonly goal: Goal
  readonly parent: GoalId | null
  /** Null for a sub-goal, which is planned with the goal above. */
  readonly quarter: Quarter | null
  readonly order: string
}

/**
 * The new goal that continues another, with the sub-goals that aren't finished; its notes stay behind. One that is
 * there already is linked and says what it says, a deleted one is brought back, and of one that is linked already
 * nothing is written. One that was undone at once comes back as it would be made now.
 */
export function carriedGoal(carrying: Carrying, { goal, parent, quarter, order }: CarriedPlace): readonly Edit[] {
  const id = carrying.newId(goal.id)
  const present = recordOf(carrying.into, id)
  const fresh = newGoal(carrying, { goal, parent, quarter, order })
  const own = present === null ? [{ on: id, set: fresh }] : linked(carrying, { goal, present, fresh })
  if (own.length === 0 && present !== null) return []
  return [...own, ...subGoalsAlong(carrying, goal).flatMap((below) => carriedGoal(carrying, { goal: below, parent: id, quarter: null, order: below.order }))]
}

/** The sub-goals that go along: not done, not dropped, not carried on by themselves, and not planned for later. */
export function subGoalsAlong({ view, into, from, newId }: Pick<Carrying, 'view' | 'into' | 'from' | 'newId'>, goal: Goal): readonly Goal[] {
  return goalsOf(view, goal.id).filter(
    (below) => below.status !== 'done' && !isDropped(view, below) && (into !== view || below.carriedInto === '') && (below.quarter === null || (from !== null && below.quarter <= from)) && laterGoals(view, below.id).every((later) => later === newId(below.id)),
  )
}

/** What is in progress or partially done goes on; what is held stays held; what was put off is to be done. */
function statusOfCarried(status: Status): Status {
  if (categoryOf(status) === 'held') return status
  return categoryOf(status) === 'active' ? 'inProgress' : 'todo'
}

interface Present {
  readonly goal: Goal
  readonly present: Goal
  /** What it would say if it were made now. */
  readonly fresh: Fields
}

function linked({ into, originOf }: Carrying, { goal, present, fresh }: Present): readonly Edit[] {
  const record = recordIn(into.set, present.id)
  // turned, undone, and turned again: what was edited in between goes along
  if (present.deleted && record !== undefined && isAsMade(record)) return editFields({ view: into, on: present.id, set: { ...emptied(record), ...fresh, order: present.order, deleted: false } })
  const isStated = present.carriedFrom !== null || present.carriedThrough.length > 0
  const back = present.deleted ? { deleted: false } : {}
  return editFields({ view: into, on: present.id, set: { ...(isStated ? {} : originOf(goal)), ...back } })
}

/** Whether nobody has said anything of a goal since it was carried, but that it was deleted. */
function isAsMade({ winners, losers }: FoldedRecord): boolean {
  return losers.every(({ field }) => field === 'deleted') && !winners.some(({ at }) => isPageStamp(at))
}

function emptied({ winners }: FoldedRecord): Fields {
  return Object.fromEntries(winners.map(({ field, value }) => [field, typeof value === 'boolean' ? false : null]))
}

function newGoal(carrying: Carrying, { goal, parent, quarter, order }: CarriedPlace): Fields {
  const { title, description, owner, stretch, teams, tasks, dependsOn } = goal
  const output = carrying.outputThere(goal.output)
  return {
    ...(output === null ? {} : { output }),
    ...(parent === null ? {} : { parent }),
    ...(quarter === null ? {} : { quarter }),
    title,
    ...(description === '' ? {} : { description }),
    status: statusOfCarried(goal.status),
    ...heldFields(carrying, goal),
    ...(owner === '' ? {} : { owner }),
    ...(stretch ? { stretch } : {}),
    order,
    ...carrying.originOf(goal),
    ...members('teams', teams),
    ...members('tasks', tasks),
    ...members('dependsOn', dependsOn.flatMap((member) => (isRecordId(member) && hasKind(member, 'goal') ? (carrying.dependencyThere(member) ?? []) : member))),
  }
}

/** Why it is held, and since when: carrying it over is no new beginning. */
function heldFields({ view, calendar }: Carrying, goal: Goal): Fields {
  if (categoryOf(goal.status) !== 'held') return {}
  const since = statusSince({ view, goal, calendar })
  return { ...(goal.reason === '' ? {} : { reason: goal.reason }), ...(goal.waitingOn === '' ? {} : { waitingOn: goal.waitingOn }), ...(since === null ? {} : { since }) }
}

function members(field: string, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [memberField(field, name), true]))
}

/** What a goal waits for there: what goes along, or has gone on before. */
export function dependencyOn({ view, along }: { readonly view: PlanView; readonly along: ReadonlyMap<GoalId, GoalId> }): (goal: GoalId) => GoalId {
  return (goal) => along.get(goal) ?? laterGoals(view, goal).find((later) => isLive(view, later)) ?? goal
}
