import type { GoalId } from '../../../shared/model/ids.ts'

/** The goals behind a value, with the words that said so. */
export interface Picked {
  readonly title: string
  readonly goals: readonly GoalId[]
  /** More about one of them, where the value says it. */
  readonly hintOf?: ((goal: GoalId) => string | null) | undefined
}
