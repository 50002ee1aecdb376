import type { GoalId } from '../../../shared/model/ids.ts'
import type { Status } from '../../../shared/model/status.ts'

/** The goals behind a value, with the words that said so. */
export interface Picked {
  readonly title: string
  readonly goals: readonly GoalId[]
  /** The status that one of them had then, where the value is of a day. */
  readonly statusOf?: ((goal: GoalId) => Status | null) | undefined
  /** More about one of them, where the value says it. */
  readonly hintOf?: ((goal: GoalId) => string | null) | undefined
}
