import type { Goal } from '../model/goal.ts'
import type { GoalId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { Quarter } from '../model/year.ts'
import { outcomeOfGoal, outputOfGoal, parentGoalOf } from '../plan/goal-place.ts'
import { missingNoteOf, notesOfGoal, type MissingNote, type NoteDue } from '../plan/notes.ts'
import { recordOf, type PlanView } from '../plan/plan-view.ts'
import { subGoalsDone } from '../plan/rollup.ts'
import { firstWords } from './first-words.ts'

/** What a card shows of a goal. */
export interface Card {
  readonly goal: Goal
  readonly outputNumber: string
  readonly outcomeNumber: string
  /** The title of the goal above, for a sub-goal. */
  readonly parentTitle: string | null
  readonly subGoals: { readonly done: number; readonly total: number }
  readonly lastNote: { readonly date: string; readonly words: string } | null
  readonly missingNote: MissingNote | null
}

export function cardOf({ view, id, due }: { readonly view: PlanView; readonly id: GoalId; readonly due: ReadonlyMap<Quarter, NoteDue> }): Card | null {
  const goal = recordOf(view, id)
  if (goal === null) return null
  const last = notesOfGoal(view, id).at(-1)
  return {
    goal,
    outputNumber: outputOfGoal(view, id)?.number ?? '',
    outcomeNumber: outcomeOfGoal(view, id)?.number ?? '',
    parentTitle: parentGoalOf(view, id)?.title ?? null,
    subGoals: subGoalsDone(view, id),
    lastNote: last === undefined ? null : noteLine(last),
    missingNote: missingNoteOf({ view, goal: id, due }),
  }
}

function noteLine(note: Note): { readonly date: string; readonly words: string } {
  return { date: note.date, words: firstWords(note.text) }
}
