import type { Edit } from '../changes/change.ts'
import { hasKind, type NoteId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { notesAbout, recordOf, type PlanView } from '../plan/plan-view.ts'
import { editFields } from './edit-fields.ts'

/** A new note; the status it states becomes the goal's, unless an already written note is of a later date. */
export function addNote({ view, id, note }: { readonly view: PlanView; readonly id: NoteId; readonly note: Omit<Note, 'id' | 'deleted'> }): readonly Edit[] {
  const { about, quarter, date, text, status, author } = note
  const set = { about, date, text, ...(quarter === null ? {} : { quarter }), ...(status === null ? {} : { status }), ...(author === '' ? {} : { author }) }
  return [{ on: id, set }, ...statedStatus({ view, note })]
}

function statedStatus({ view, note }: { readonly view: PlanView; readonly note: Omit<Note, 'id' | 'deleted'> }): readonly Edit[] {
  const { about, status, date } = note
  if (status === null || !hasKind(about, 'goal') || recordOf(view, about) === null) return []
  const isOlder = notesAbout(view, about).some((other) => other.date > date && other.status !== null)
  return isOlder ? [] : editFields({ view, on: about, set: { status } })
}
