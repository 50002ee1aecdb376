import type { BoardScope } from '../board/query.ts'
import { isDayOrMonth, isMonth, type Month } from '../model/date.ts'
import { parseGoalStates } from '../model/goal-state.ts'
import { hasKind, type GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { isQuarter, quarterAt } from '../model/year.ts'
import { endOfGoal, quarterOfGoal } from '../plan/goal-place.ts'
import { compareNotes } from '../plan/note-order.ts'
import { notesOfGoal } from '../plan/notes.ts'
import { isLive, recordOf, yearStartOf, type PlanView } from '../plan/plan-view.ts'
import { statedBy } from '../plan/stated-by.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import type { ReportGoal, ReportMonth, ReportNote, ReportState } from './report.ts'

/** The notes that speak of a goal in a scope, the oldest first; of one that spans several quarters those of the quarter. */
export function reportNotes({ view, id, scope }: { readonly view: PlanView; readonly id: GoalId; readonly scope: BoardScope }): readonly ReportNote[] {
  return notesOfGoal(view, id)
    .filter((note) => saysSomething(note) && isInScope({ view, note, id, scope }))
    .map((note) => ({
      id: note.id,
      date: isDayOrMonth(note.date) ? note.date : '',
      about: aboutOf(view, note),
      status: hasKind(note.about, 'goal') ? statedBy(note, note.about) : note.status,
      states: statesOf(view, note),
      author: cleanLine(note.author),
      text: cleanText(note.text),
    }))
}

/** All notes of some goals by month, each once, the oldest first; those without a date last. */
export function notesByMonth(goals: readonly ReportGoal[]): readonly ReportMonth[] {
  const notes = new Map(goals.flatMap((goal) => goal.notes.map((note) => [note.id, note] as const)))
  const months = Map.groupBy([...notes.values()].toSorted(compareNotes), ({ date }): Month | null => (date === '' ? null : date.slice(0, 7)))
  return [...months].map(([month, own]) => ({ month, notes: own })).toSorted((a, b) => ((a.month ?? '~') < (b.month ?? '~') ? -1 : 1))
}

function saysSomething({ text, status, states }: Note): boolean {
  return text.trim() !== '' || status !== null || states.length > 0
}

function isInScope({ view, note, id, scope }: { readonly view: PlanView; readonly note: Note; readonly id: GoalId; readonly scope: BoardScope }): boolean {
  if (!isQuarter(scope)) return true
  if (hasKind(note.about, 'output')) return note.quarter === scope
  const [first, last] = [quarterOfGoal(view, id), endOfGoal(view, id)]
  if (first === null || last === null || first === last || note.date === '') return true
  // what was written before the first quarter or after the last one belongs to these
  const day = isMonth(note.date) ? `${note.date}-01` : note.date
  const quarter = quarterAt({ startsOn: yearStartOf(view), day }) ?? (day < yearStartOf(view) ? first : last)
  return Math.min(Math.max(quarter, first), last) === scope
}

function statesOf(view: PlanView, { about, states }: Note): readonly ReportState[] {
  if (hasKind(about, 'goal')) return []
  return parseGoalStates(states).flatMap(({ goal, status }) => (isLive(view, goal) ? [{ goal, title: cleanLine(recordOf(view, goal)?.title ?? ''), status }] : []))
}

function aboutOf(view: PlanView, { about }: Note): string {
  if (hasKind(about, 'output')) {
    const output = recordOf(view, about)
    return cleanLine(output?.number || output?.title || '')
  }
  return cleanLine(hasKind(about, 'goal') ? (recordOf(view, about)?.title ?? '') : '')
}
