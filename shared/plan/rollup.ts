import type { GoalId, RecordId } from '../model/ids.ts'
import { hasKind } from '../model/ids.ts'
import { statuses, type Status } from '../model/status.ts'
import { childrenOf, recordOf, type PlanView } from './plan-view.ts'

/** Where the goals below something stand. */
export interface Rollup {
  /** Goals at the first level, by status. */
  readonly counts: Readonly<Record<Status, number>>
  readonly goals: number
  /**
   * From 0 to 1: the mean over first-level goals that aren't postponed. A goal counts 1 when done, else the
   * mean of its sub-goals, else one half when partially done. Null when there is nothing to do.
   */
  readonly progress: number | null
}

interface Sum {
  readonly counts: Record<Status, number>
  done: number
  of: number
}

// lists are made anew when anything below them changes, so a sum holds for as long as its list is the same
const sums = new WeakMap<object, Sum>()

/** The roll-up of an output, outcome, program, or of the whole plan (`root`). */
export function rollupOf(view: PlanView, of: RecordId | 'root'): Rollup {
  const { counts, done, of: total } = sumBelow(view, of)
  return { counts, goals: statuses.reduce((sum, status) => sum + counts[status], 0), progress: total === 0 ? null : done / total }
}

/** A goal's own progress from 0 to 1. */
export function progressOfGoal(view: PlanView, id: GoalId): number {
  const status = recordOf(view, id)?.status ?? 'todo'
  if (status === 'done') return 1
  const subGoals = childrenOf(view, { parent: id, kind: 'goal' }).filter((child) => recordOf(view, child)?.status !== 'postponed')
  if (subGoals.length > 0) return subGoals.reduce((sum, child) => sum + progressOfGoal(view, child), 0) / subGoals.length
  return status === 'partiallyDone' ? 0.5 : 0
}

/** How many of a goal's sub-goals are done, at the first level below it. */
export function subGoalsDone(view: PlanView, id: GoalId): { readonly done: number; readonly total: number } {
  const children = childrenOf(view, { parent: id, kind: 'goal' })
  return { done: children.filter((child) => recordOf(view, child)?.status === 'done').length, total: children.length }
}

function sumBelow(view: PlanView, parent: RecordId | 'root'): Sum {
  const sum = emptySum()
  if (parent === 'root' || !hasKind(parent, 'output')) {
    for (const kind of ['program', 'outcome', 'output'] as const) {
      const list = childrenOf(view, { parent, kind })
      if (list.length > 0) addSum(sum, sumOf(list, () => sumAll(list.map((child) => sumBelow(view, child)))))
    }
  }
  const goals = childrenOf(view, { parent, kind: 'goal' })
  if (goals.length > 0) addSum(sum, sumOf(goals, () => sumGoals(view, goals)))
  return sum
}

function sumOf(list: object, compute: () => Sum): Sum {
  const known = sums.get(list)
  if (known !== undefined) return known
  const sum = compute()
  sums.set(list, sum)
  return sum
}

function sumGoals(view: PlanView, goals: readonly GoalId[]): Sum {
  const sum = emptySum()
  for (const id of goals) {
    const status = recordOf(view, id)?.status ?? 'todo'
    sum.counts[status] += 1
    if (status === 'postponed') continue
    sum.done += progressOfGoal(view, id)
    sum.of += 1
  }
  return sum
}

function sumAll(parts: readonly Sum[]): Sum {
  const sum = emptySum()
  for (const part of parts) addSum(sum, part)
  return sum
}

function addSum(sum: Sum, part: Sum): void {
  for (const status of statuses) sum.counts[status] += part.counts[status]
  sum.done += part.done
  sum.of += part.of
}

function emptySum(): Sum {
  return { counts: { todo: 0, inProgress: 0, partiallyDone: 0, blocked: 0, stalled: 0, done: 0, postponed: 0 }, done: 0, of: 0 }
}
