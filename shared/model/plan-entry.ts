import type { PlanId } from './ids.ts'

/** A plan as the start screen lists it. */
export interface PlanEntry {
  readonly id: PlanId
  readonly title: string
  readonly startsOn: string
  /** The sample plan, kept apart from people's own. */
  readonly isSample: boolean
  readonly goals: number
  /** Milliseconds since 1970; 0 where that is not known. */
  readonly openedAt: number
  readonly changedAt: number
}

/** Whether the list has but the plan's id, and perhaps its title: the rest stands there until the plan is opened. */
export function isUnread({ openedAt, changedAt }: PlanEntry): boolean {
  return openedAt === 0 && changedAt === 0
}
