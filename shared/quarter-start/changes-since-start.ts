import { valuesOf } from '../changes/sharded-map.ts'
import type { Day } from '../model/date.ts'
import type { Goal } from '../model/goal.ts'
import { hasKind } from '../model/ids.ts'
import type { Quarter } from '../model/year.ts'
import { isInQuarter } from '../plan/goal-place.ts'
import { isLive, recordOf } from '../plan/plan-view.ts'
import { leftSinceStart, sinceStart, type LeftSinceStart, type SinceStartContext } from './since-start.ts'

/** How a quarter differs from what it set out with. */
export interface ChangesSinceStart {
  /** The day the quarter began; null where it has not. */
  readonly day: Day | null
  readonly added: readonly { readonly goal: Goal; readonly on: Day }[]
  readonly reworded: readonly { readonly goal: Goal; readonly on: Day; readonly before: string }[]
  readonly left: readonly LeftSinceStart[]
}

/** Everything that was added to a quarter, re-worded in it or taken out of it since it began; in order of the days. */
export function changesSinceStart(context: SinceStartContext & { readonly quarter: Quarter }): ChangesSinceStart {
  const { view, starts, quarter } = context
  const added: { readonly goal: Goal; readonly on: Day }[] = []
  const reworded: { readonly goal: Goal; readonly on: Day; readonly before: string }[] = []
  const start = starts.get(quarter)
  if (start === undefined) return { day: null, added, reworded, left: [] }
  for (const { id } of valuesOf(view.set.records)) {
    if (!hasKind(id, 'goal') || !isInQuarter(view, { id, quarter }) || !isLive(view, id)) continue
    const goal = recordOf(view, id)
    const since = goal === null ? null : sinceStart({ ...context, id })
    if (goal === null || since === null) continue
    if (since.kind === 'added') added.push({ goal, on: since.on })
    else reworded.push({ goal, on: since.on, before: since.before })
  }
  return { day: start.day, added: added.toSorted(byDay), reworded: reworded.toSorted(byDay), left: leftSinceStart(context).toSorted(byDay) }
}

function byDay(a: { readonly goal: Goal; readonly on: Day }, b: { readonly goal: Goal; readonly on: Day }): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return a.goal.id < b.goal.id ? -1 : 1
}
