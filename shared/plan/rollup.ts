import { hasKind, type GoalId, type RecordId } from '../model/ids.ts'
import { noGoals, statuses, type Status } from '../model/status.ts'
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

type TreeKind = 'program' | 'outcome' | 'output' | 'goal'

interface Sum {
  readonly counts: Record<Status, number>
  done: number
  of: number
}

// lists are made anew when anything below them changes, so a sum holds for as long as its list is the same
const sums = new WeakMap<object, Sum>()

/** The roll-up of an output, outcome, program, or of the whole plan (`root`). */
export function rollupOf(view: PlanView, of: RecordId | 'root'): Rollup {
  return rollupFrom(sumBelow(view, of))
}

/** The roll-up of the children of one kind: of the outputs, say, that belong to no outcome. */
export function rollupOfChildren(view: PlanView, { parent, kind }: { readonly parent: RecordId | 'root'; readonly kind: TreeKind }): Rollup {
  return rollupFrom(sumChildren(view, { parent, kind }))
}

/** The roll-up of some first-level goals, such as those of a quarter; the list is one that is made anew when they change. */
export function rollupOfGoals(view: PlanView, goals: readonly GoalId[]): Rollup {
  return rollupFrom(sumOf(goals, () => sumGoals(view, goals)))
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

function rollupFrom({ counts, done, of }: Sum): Rollup {
  return { counts, goals: statuses.reduce((sum, status) => sum + counts[status], 0), progress: of === 0 ? null : done / of }
}

function sumBelow(view: PlanView, parent: RecordId | 'root'): Sum {
  const sum = emptySum()
  const kinds: readonly TreeKind[] = parent !== 'root' && hasKind(parent, 'output') ? ['goal'] : ['program', 'outcome', 'output', 'goal']
  for (const kind of kinds) addSum(sum, sumChildren(view, { parent, kind }))
  return sum
}

function sumChildren(view: PlanView, { parent, kind }: { readonly parent: RecordId | 'root'; readonly kind: TreeKind }): Sum {
  if (kind === 'goal') {
    const goals = childrenOf(view, { parent, kind })
    return sumOf(goals, () => sumGoals(view, goals))
  }
  const list = childrenOf(view, { parent, kind })
  return sumOf(list, () => sumAll(list.map((child) => sumBelow(view, child))))
}

function sumOf(list: readonly RecordId[], compute: () => Sum): Sum {
  if (list.length === 0) return emptySum() // the empty list is the same one everywhere
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
  return { counts: noGoals(), done: 0, of: 0 }
}
