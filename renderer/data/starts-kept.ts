import type { Day } from '../../shared/model/date.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import { quarters, type Quarter } from '../../shared/model/year.ts'

/** The quarters of a plan's year of whose start a snapshot was kept on this computer, also where it was removed since. */
export function readStartsKept(plan: PlanId, startsOn: Day): ReadonlySet<Quarter> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(plan, startsOn)) ?? '[]')
    return new Set(Array.isArray(stored) ? quarters.filter((quarter) => stored.includes(quarter)) : [])
  } catch {
    return new Set() // then it is kept once more: the same snapshot is there once, whoever keeps it
  }
}

export function rememberStartKept({ plan, startsOn, quarter }: { readonly plan: PlanId; readonly startsOn: Day; readonly quarter: Quarter }): void {
  try {
    localStorage.setItem(keyOf(plan, startsOn), JSON.stringify([...readStartsKept(plan, startsOn), quarter]))
  } catch {
    // see above
  }
}

function keyOf(plan: PlanId, startsOn: Day): string {
  return `quarterdeck.starts.${plan}.${startsOn}`
}
