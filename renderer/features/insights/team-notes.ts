import type { DueNote, TeamNotes } from '../../../shared/insights/missing-notes.ts'
import { insightsText } from '../../text/insights.ts'

/** The notes of a team that were due for a month. */
export function notesOf(team: TeamNotes | undefined, month: string | undefined): readonly DueNote[] {
  return team?.due.filter((note) => note.month === month) ?? []
}

export function teamName(team: TeamNotes | undefined): string {
  return team?.team ?? insightsText.notes.noTeam
}
