import type { GoalId } from '../model/ids.ts'
import { noGoals, statuses, type Status } from '../model/status.ts'
import type { CountsByStatus } from '../plan/plan-counts.ts'
import type { GoalLife } from './goal-lives.ts'

/** How many goals had each status, day by day. */
export function countsByDay({ lives, days }: { readonly lives: readonly GoalLife[]; readonly days: number }): readonly CountsByStatus[] {
  // what begins and ends on each day; summed up from the first on, it is what there is
  const steps = Array.from({ length: days + 1 }, noGoals)
  for (const { spells } of lives) {
    for (const [index, { from, status }] of spells.entries()) {
      if (status === null) continue
      const to = spells[index + 1]?.from ?? days
      add(steps[from], status, 1)
      add(steps[to], status, -1)
    }
  }
  let sum = noGoals()
  return steps.slice(0, days).map((step) => {
    sum = Object.fromEntries(statuses.map((status) => [status, sum[status] + step[status]])) as Record<Status, number> // one entry a status
    return sum
  })
}

/** How many goals there are in all. */
export function totalOf(counts: CountsByStatus): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0)
}

/** The status of a goal on a day; null where it was not there. */
export function statusAt({ spells }: GoalLife, day: number): Status | null {
  return spells.findLast(({ from }) => from <= day)?.status ?? null
}

/** Tells of each goal the status it had on a day. */
export function statusesAt(lives: readonly GoalLife[], day: number): (goal: GoalId) => Status | null {
  const byGoal = new Map(lives.map((life) => [life.id, life]))
  return (goal) => {
    const life = byGoal.get(goal)
    return life === undefined ? null : statusAt(life, day)
  }
}

/** The goals that were there on a day, or had a status then. */
export function goalsAt({ lives, day, status }: { readonly lives: readonly GoalLife[]; readonly day: number; readonly status?: Status | undefined }): readonly GoalId[] {
  return lives.flatMap((life) => {
    const then = statusAt(life, day)
    return then !== null && (status === undefined || then === status) ? [life.id] : []
  })
}

function add(counts: Record<Status, number> | undefined, status: Status, count: number): void {
  if (counts !== undefined) counts[status] += count
}
