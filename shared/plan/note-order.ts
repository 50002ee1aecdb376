import type { Note } from '../model/note.ts'
import { isMonth } from '../model/date.ts'

/** What notes are sorted by: of a month is said what was known when it was over, so it comes after the month's days. */
export function noteRank({ date }: Pick<Note, 'date'>): string {
  return isMonth(date) ? `${date}-99` : date
}

/** The oldest first; notes of one date are equal. */
export function compareNotes(a: Pick<Note, 'date'>, b: Pick<Note, 'date'>): number {
  const [first, second] = [noteRank(a), noteRank(b)]
  return first === second ? 0 : first < second ? -1 : 1
}
