import type { Edit } from '../changes/change.ts'
import { formatGoalState, type GoalState } from '../model/goal-state.ts'
import type { Goal } from '../model/goal.ts'
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

/** Why a goal is held up or put off, for whom or what it waits, and since when; null for what nobody has touched. */
export interface HeldUp {
  readonly reason: string | null
  readonly waitingOn: string | null
  readonly since: Goal['since'] | null
}

/** What is said of one goal in a check-in. */
export interface CheckInNote extends Said, HeldUp {
  readonly goal: GoalId
  readonly status: Status
}

/** A note with the status it states, and the reason where the goal takes that status on and it wants one. */
export function checkIn({ view, id, date, text, goal, status, ...held }: CheckInNote): readonly Edit[] {
  const noted = addNote({ view, id, note: { about: goal, quarter: null, date, text, status, author: '' } })
  return [...noted, ...heldEdits({ view, noted, goal, status, held })]
}

/** The reason counts for a goal that has the status or takes it on, where it wants one. When it began is written after the status, and anew, since an older word of it counts for an older status. */
function heldEdits({ view, noted, goal, status, held: { reason, waitingOn, since } }: { readonly view: PlanView; readonly noted: readonly Edit[]; readonly goal: GoalId; readonly status: Status; readonly held: HeldUp }): readonly Edit[] {
  const isTaken = recordOf(view, goal)?.status === status || noted.some(({ on }) => on === goal)
  if (!isTaken || !asksForReason(status)) return []
  const why = editFields({ view, on: goal, set: { ...(reason === null ? {} : { reason }), ...(waitingOn === null ? {} : { waitingOn }) } })
  return since === null ? why : [...why, { on: goal, set: { since } }]
}

/** One note about all goals of an output in a quarter, with the status of each, and what holds up some of them. */
export function checkInAll({ view, id, date, text, output, quarter, states, held = new Map() }: Said & { readonly output: OutputId; readonly quarter: Quarter; readonly states: readonly GoalState[]; readonly held?: ReadonlyMap<GoalId, HeldUp> }): readonly Edit[] {
  const noted = addNote({ view, id, note: { about: output, quarter, date, text, status: null, states: states.map(formatGoalState), author: '' } })
  return [
    ...noted,
    ...states.flatMap(({ goal, status }) => {
      const why = held.get(goal)
      return why === undefined ? [] : heldEdits({ view, noted, goal, status, held: why })
    }),
  ]
}
