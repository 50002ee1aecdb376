import { valuesOf } from '../changes/sharded-map.ts'
import { kindOf, recordKinds, type RecordKind } from '../model/ids.ts'
import { noGoals, type Status } from '../model/status.ts'
import { quarters, type Quarter } from '../model/year.ts'
import { quarterOfGoal } from './goal-place.ts'
import { isLive, liveGoals, type PlanView } from './plan-view.ts'

export type CountsByStatus = Readonly<Record<Status, number>>

/** How much a plan holds; what was deleted, or stands below something deleted, doesn't count. */
export interface PlanCounts {
  readonly records: Readonly<Record<RecordKind, number>>
  /** Goals and sub-goals of the whole plan. */
  readonly byStatus: CountsByStatus
  /** The four quarters, then the goals that are not scheduled. A sub-goal without a quarter goes with its parent. */
  readonly byQuarter: readonly { readonly quarter: Quarter | null; readonly goals: number; readonly byStatus: CountsByStatus }[]
}

export function countPlan(view: PlanView): PlanCounts {
  const goals = [...liveGoals(view)].map(({ id, status }) => ({ status, quarter: quarterOfGoal(view, id) }))
  return {
    records: countRecords(view),
    byStatus: countStatuses(goals),
    byQuarter: [...quarters, null].map((quarter) => {
      const own = goals.filter((goal) => goal.quarter === quarter)
      return { quarter, goals: own.length, byStatus: countStatuses(own) }
    }),
  }
}

function countRecords(view: PlanView): Readonly<Record<RecordKind, number>> {
  const counts = Object.fromEntries(recordKinds.map((kind) => [kind, 0])) as Record<RecordKind, number> // one entry a kind
  for (const { id } of valuesOf(view.set.records)) {
    const kind = recordKinds.find((known) => known === kindOf(id))
    if (kind !== undefined && isLive(view, id)) counts[kind] += 1
  }
  return counts
}

function countStatuses(goals: readonly { readonly status: Status }[]): CountsByStatus {
  const counts = noGoals()
  for (const { status } of goals) counts[status] += 1
  return counts
}
