import type { Day, Month } from '../../../shared/model/date.ts'
import type { GoalId } from '../../../shared/model/ids.ts'
import { spanOf, type Quarter } from '../../../shared/model/year.ts'
import type { Note } from '../../../shared/model/note.ts'
import { statedBy } from '../../../shared/plan/stated-by.ts'
import type { Draft } from '../../state/drafts.ts'

/** A draft that is nothing but a text. */
export function plainDraft(text: string): Draft {
  return { text, date: null, status: null, forAll: false }
}

export const emptyDraft: Draft = plainDraft('')

/** A note as a draft, to edit it where it stands with a goal: the status is what it states of that one. */
export function draftOfNote(note: Note, goal: GoalId): Draft {
  return { text: note.text, date: note.date, status: statedBy(note, goal), forAll: false }
}

/**
 * The date a new note has until somebody says otherwise: today, or the quarter's last month once that is over,
 * since then the note tells how the quarter went. Before the quarter begins it is today: nobody writes from the future.
 */
export function dateOfNewNote({ startsOn, quarter, today }: { readonly startsOn: Day; readonly quarter: Quarter | null; readonly today: Day }): Day | Month {
  if (quarter === null) return today
  const { to, months } = spanOf({ startsOn, quarter })
  return today <= to ? today : months[2]
}

/** Whether there is anything in it to save. */
export function isWorthSaving({ text, status }: Draft): boolean {
  return text.trim() !== '' || status !== null
}
