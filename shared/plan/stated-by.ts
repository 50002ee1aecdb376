import { parseGoalStates } from '../model/goal-state.ts'
import type { GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { Status } from '../model/status.ts'

/** The status that a note states of a goal: of the one it is about, or of one among several; null where it states none. A status said of an output as a whole is said of each of its goals. */
export function statedBy({ about, status, states }: Pick<Note, 'about' | 'status' | 'states'>, goal: GoalId): Status | null {
  if (about === goal) return status
  return parseGoalStates(states).find((state) => state.goal === goal)?.status ?? status
}
