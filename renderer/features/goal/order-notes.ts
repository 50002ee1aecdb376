import { recordIn } from '../../../shared/changes/fold.ts'
import { cellsOf } from '../../../shared/changes/folded-record.ts'
import type { Stamp } from '../../../shared/changes/stamp.ts'
import type { Note } from '../../../shared/model/note.ts'
import { noteRank } from '../../../shared/plan/note-order.ts'
import type { PlanView } from '../../../shared/plan/plan-view.ts'

/** Notes with the newest first: by their date, and those of one date by the moment they were written. */
export function newestNotesFirst(view: PlanView, notes: readonly Note[]): readonly Note[] {
  const written = new Map(notes.map((note) => [note, writtenAt(view, note)]))
  return notes.toSorted((a, b) => compareDown(noteRank(a), noteRank(b)) || compareDown(written.get(a) ?? '', written.get(b) ?? '') || compareDown(a.id, b.id))
}

function writtenAt(view: PlanView, note: Note): Stamp {
  const record = recordIn(view.set, note.id)
  return record === undefined ? '' : [...cellsOf(record)].reduce((first, { at }) => (first === '' || at < first ? at : first), '')
}

function compareDown(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1
}
