import type { Edit } from '../changes/change.ts'
import { formatGoalState, type GoalState } from '../model/goal-state.ts'
import type { GoalId, NoteId, OutputId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { asksForReason, type Status } from '../model/status.ts'
import type { Quarter } from '../model/year.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { editFields } from './edit-fields.ts'
import { addNote } from './note-edits.ts'

interface Said {
  readonly view: PlanView
  readonly id: NoteId
  readonly date: Note['date']
  readonly text: string
}

/** What is said of one goal in a check-in. */
export interface CheckInNote extends Said {
  readonly goal: GoalId
  readonly status: Status
  /** Why, and for whom or what it waits; null for what nobody has touched. */
  readonly reason: string | null
  readonly waitingOn: string | null
}

/** A note with the status it states, and the reason where the goal takes that status on and it wants one. */
export function checkIn({ view, id, date, text, goal, status, reason, waitingOn }: CheckInNote): readonly Edit[] {
  const noted = addNote({ view, id, note: { about: goal, quarter: null, date, text, status, author: '' } })
  const isTaken = recordOf(view, goal)?.status === status || noted.some(({ on }) => on === goal)
  if (!isTaken || !asksForReason(status)) return noted
  return [...noted, ...editFields({ view, on: goal, set: { ...(reason === null ? {} : { reason }), ...(waitingOn === null ? {} : { waitingOn }) } })]
}

/** One note about all goals of an output in a quarter, with the status of each. */
export function checkInAll({ view, id, date, text, output, quarter, states }: Said & { readonly output: OutputId; readonly quarter: Quarter; readonly states: readonly GoalState[] }): readonly Edit[] {
  return addNote({ view, id, note: { about: output, quarter, date, text, status: null, states: states.map(formatGoalState), author: '' } })
}
