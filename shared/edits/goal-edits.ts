import type { Edit } from '../changes/change.ts'
import { recordOf, goalsOf, type PlanView } from '../plan/plan-view.ts'
import { outputOfGoal, quarterOfGoal, subtreeOf } from '../plan/goal-place.ts'
import type { Goal } from '../model/goal.ts'
import type { GoalId, OutputId } from '../model/ids.ts'
import type { Status } from '../model/status.ts'
import type { Quarter } from '../model/year.ts'
import { editFields } from './edit-fields.ts'
import { orderAtEnd, placeRecord } from './place-record.ts'

export interface AddGoal {
  readonly view: PlanView
  readonly id: GoalId
  readonly title: string
  readonly output: OutputId | null
  readonly quarter: Quarter | null
  readonly status: Status
  /** Goals of the list in which it appears, so that it comes last there. */
  readonly after: readonly GoalId[]
}

/** A new goal at the end of the list in which a person made it. */
export function addGoal({ view, id, title, output, quarter, status, after }: AddGoal): readonly Edit[] {
  const order = orderAtEnd(goalsIn(view, after))
  return [{ on: id, set: { ...(output === null ? {} : { output }), ...(quarter === null ? {} : { quarter }), title, status, order } }]
}

/** A new goal below another, last among its sub-goals; it is planned with its parent. */
export function addSubGoal({ view, id, title, parent }: { readonly view: PlanView; readonly id: GoalId; readonly title: string; readonly parent: GoalId }): readonly Edit[] {
  const output = recordOf(view, parent)?.output ?? null
  const order = orderAtEnd(goalsOf(view, parent))
  return [{ on: id, set: { ...(output === null ? {} : { output }), parent, title, status: 'todo', order } }]
}

export interface MoveOnBoard {
  readonly view: PlanView
  readonly id: GoalId
  readonly status: Status
  /** The goals of the column as shown, in order; the moved one may be among them. */
  readonly column: readonly GoalId[]
  /** Where it comes to stand among the others. */
  readonly index: number
}

/** A card's move on the board: to a status, and to a place in its column. One record is written as a rule. */
export function moveOnBoard({ view, id, status, column, index }: MoveOnBoard): readonly Edit[] {
  const set = recordOf(view, id)?.status === status ? {} : { status }
  return placeRecord({ list: goalsIn(view, column), index, on: id, set })
}

/** Plans a goal for a quarter, or for none; its sub-goals go along, unless they have a quarter of their own. An end that is not later any more goes. */
export function scheduleGoal({ view, id, quarter }: { readonly view: PlanView; readonly id: GoalId; readonly quarter: Quarter | null }): readonly Edit[] {
  return editFields({ view, on: id, set: { quarter, ...untilThere({ view, id, quarter }) } })
}

/** Lets a goal span several quarters, up to this one; null, or one that isn't later than its own, means that one alone. */
export function spanGoal({ view, id, until }: { readonly view: PlanView; readonly id: GoalId; readonly until: Quarter | null }): readonly Edit[] {
  const quarter = recordOf(view, id)?.quarter ?? null
  return editFields({ view, on: id, set: { until: quarter !== null && until !== null && until > quarter ? until : null } })
}

/** What is written of the last quarter of a goal that is planned for another first one: nothing while it is still later. */
export function untilThere({ view, id, quarter }: { readonly view: PlanView; readonly id: GoalId; readonly quarter: Quarter | null }): { readonly until?: null } {
  const until = recordOf(view, id)?.until ?? null
  return until !== null && (quarter === null || until <= quarter) ? { until: null } : {}
}

/** Puts a goal under another; null when that would make it its own ancestor. Its quarter is then its parent's. */
export function nestGoal({ view, id, parent }: { readonly view: PlanView; readonly id: GoalId; readonly parent: GoalId }): readonly Edit[] | null {
  if ([...subtreeOf(view, id)].includes(parent)) return null
  const output = recordOf(view, parent)?.output ?? null
  return editFields({ view, on: id, set: { parent, output, quarter: null, ...untilThere({ view, id, quarter: null }) } })
}

/** Puts a goal at the first level of an output, or of none; it stays planned for the quarter it was in. */
export function giveToOutput({ view, id, output }: { readonly view: PlanView; readonly id: GoalId; readonly output: OutputId | null }): readonly Edit[] {
  return editFields({ view, on: id, set: { parent: null, output, quarter: quarterOfGoal(view, id) } })
}

/** Makes a sub-goal a goal of its own, where it was: in the same output and the same quarter. */
export function freeGoal({ view, id }: { readonly view: PlanView; readonly id: GoalId }): readonly Edit[] {
  return giveToOutput({ view, id, output: outputOfGoal(view, id)?.id ?? null })
}

function goalsIn(view: PlanView, ids: readonly GoalId[]): readonly Goal[] {
  return ids.flatMap((id) => recordOf(view, id) ?? [])
}
