import type { Edit } from '../changes/change.ts'
import { formatGoalState, parseGoalStates, type GoalState } from '../model/goal-state.ts'
import { hasKind, type GoalId, type NoteId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { memberField } from '../model/record-spec.ts'
import type { Status } from '../model/status.ts'
import { compareNotes } from '../plan/note-order.ts'
import { notesOfGoal } from '../plan/notes.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { statedBy } from '../plan/stated-by.ts'
import { editFields, editMembers } from './edit-fields.ts'

/** A note that is to be written. */
export type NewNote = Omit<Note, 'id' | 'deleted' | 'states'> & { readonly states?: Note['states'] }

/** A new note; the status it states of a goal becomes the goal's, unless an already written note of a later date states one. */
export function addNote({ view, id, note }: { readonly view: PlanView; readonly id: NoteId; readonly note: NewNote }): readonly Edit[] {
  const { about, quarter, date, text, status, states = [], author } = note
  const members = Object.fromEntries(states.map((member) => [memberField('states', member), true]))
  const set = { about, date, text, ...(quarter === null ? {} : { quarter }), ...(status === null ? {} : { status }), ...members, ...(author === '' ? {} : { author }) }
  return [{ on: id, set }, ...statesIn(note).flatMap((state) => statedStatus({ view, state, date }))]
}

function statesIn({ about, status, states = [] }: NewNote): readonly GoalState[] {
  return hasKind(about, 'goal') ? (status === null ? [] : [{ goal: about, status }]) : parseGoalStates(states)
}

function statedStatus({ view, state: { goal, status }, date }: { readonly view: PlanView; readonly state: GoalState; readonly date: Note['date'] }): readonly Edit[] {
  if (recordOf(view, goal) === null) return []
  const isOlder = notesOfGoal(view, goal).some((other) => compareNotes(other, { date }) > 0 && statedBy(other, goal) !== null)
  return isOlder ? [] : editFields({ view, on: goal, set: { status } })
}

/** Another status for what a written note states of a goal: of one among several that one's alone, else the note's. */
export function restate({ view, note, goal, status }: { readonly view: PlanView; readonly note: Note; readonly goal: GoalId; readonly status: Status | null }): readonly Edit[] {
  const states = parseGoalStates(note.states)
  if (note.about === goal || !states.some((state) => state.goal === goal)) return editFields({ view, on: note.id, set: { status } })
  const others = states.filter((state) => state.goal !== goal)
  const members = [...others, ...(status === null ? [] : [{ goal, status }])].map(formatGoalState)
  return editMembers({ view, on: note.id, field: 'states', members })
}
