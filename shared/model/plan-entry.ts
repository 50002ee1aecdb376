import type { PlanId } from './ids.ts'

/** A plan as the start screen lists it. */
export interface PlanEntry {
  readonly id: PlanId
  readonly title: string
  readonly startsOn: string
  /** The sample plan, kept apart from people's own. */
  readonly isSample: boolean
  readonly goals: number
  /** Milliseconds since 1970. */
  readonly openedAt: number
  readonly changedAt: number
}
